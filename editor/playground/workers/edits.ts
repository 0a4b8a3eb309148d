/** What a hand does to a picture, as a change of the model's text. */
export type { Edit } from "../../../language/services/edits/edit.ts";

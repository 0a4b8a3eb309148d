import { analyse, Parses } from "../../../../language/services/analysis.ts";
import { applyEdit, type Edit } from "../../../../language/services/edits/edit.ts";

/** The text after an edit of `model.gtfp`, or in words why there is none. */
export function edited(text: string, edit: Edit, others: Readonly<Record<string, string>> = {}): string {
  const files: Readonly<Record<string, string>> = { ...others, "model.gtfp": text };
  const done = applyEdit(
    analyse("model.gtfp", (path) => files[path] ?? null, new Parses()),
    edit,
  );
  return "wrong" in done ? `wrong: ${done.wrong}` : done.text;
}

import { render } from "preact";
import { App } from "./app.tsx";
import "./look/page.css";
import "./look/shell.css";
import { followText } from "./state/actions.ts";
import { study } from "./state/study.ts";

const first = `data mills {
  dmu mill
  | mill | labor [person] | energy [GJ] | paper [t] | bod [kg] |
  |------|---------------:|------------:|----------:|---------:|
  | A    |            120 |         340 |      1000 |       25 |
  | B    |            100 |         300 |       900 |       30 |
  | C    |            150 |         500 |      1000 |       50 |
}

technology green on mills { input labor, energy; good paper; bad bod }
direction win_win { good +observed; bad -observed }
measure inefficiency = ddf(green, along: win_win)

/// C makes too little and emits too much
expect inefficiency.score["C"] > 0
`;
study.files.value = new Map([["mills.gtfp", first]]);
followText();
render(<App />, document.getElementById("app")!);

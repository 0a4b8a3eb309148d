/** The page of a diagnostic's code: what it means, a model that it is told of, and the model mended. */
import { useEffect, useState } from "preact/hooks";
import { Superseded } from "../../contract.ts";
import { actions } from "../../state/actions.ts";
import { say } from "../../words/say.ts";

export function CodePage({ code }: { code: string }) {
  const [html, setHtml] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    actions
      .ask<"explain">({ ask: "explain", name: code })
      .then((answer) => !gone && setHtml(answer.html))
      .catch((error: unknown) => {
        if (!gone && !(error instanceof Superseded)) setHtml("");
      });
    return () => {
      gone = true;
    };
  }, [code]);
  if (html === null) return <p class="muted small">{say("loading")}</p>;
  if (html === "") return <p class="muted small">{say("problemsNoPage")}</p>;
  // The worker makes it of our own catalogue, with every text escaped. What is wider than the panel is reached by keys.
  const reachable = html.replaceAll("<pre>", '<pre tabindex="0">');
  return <div class="code-page" lang="en" dangerouslySetInnerHTML={{ __html: reachable }} />;
}

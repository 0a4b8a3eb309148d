/** Looks at a learner's model and tells what is still off, by the lesson's hidden expectations. */
import { check } from "../../../language/check/check.ts";
import type { Diagnostic } from "../../../language/diagnostics/diagnostic.ts";
import { run } from "../../../runtime/run.ts";
import type { Bilingual, Lesson } from "./lesson.ts";

/** The file that the check imports: the learner's text stands in for it. */
const learner = "start.gtfp";
const hidden = "check.gtfp";

export type Verdict = {
  /** What was found in the learner's own text. */
  readonly diagnostics: readonly Diagnostic[];
} & (
  | { readonly solved: true }
  | {
      readonly solved: false;
      /** One sentence on what is off. */
      readonly told: Bilingual;
      /** Which expectation of the check tells it, from 1; absent where the model itself does not hold. */
      readonly expectation?: number;
    }
);

const doesNotHold: Bilingual = {
  en: "The model has an error, so there is nothing to look at yet: Problems says where.",
  zh: "模型里有错误，还无法检查：请看“问题”面板。",
};

/**
 * Checks and runs the learner's text together with the lesson's check. The first expectation that fails is the one told.
 */
export async function checkLesson(lesson: Pick<Lesson, "check">, text: string): Promise<Verdict> {
  const files: Readonly<Record<string, string>> = { [learner]: text, [hidden]: lesson.check };
  const checked = check(hidden, (path) => files[path] ?? null);
  if (checked.model === null) return broken(checked.diagnostics, lesson.check);
  const results = await run(checked.model, { read: () => null });
  const all = [...checked.diagnostics, ...results.diagnostics];
  if (isWrong(all)) return broken(all, lesson.check);

  const diagnostics = all.filter((d) => d.span.file === learner);
  const first = results.expectations.findIndex((expectation) => !expectation.pass);
  if (first < 0) return { solved: true, diagnostics };
  return {
    solved: false,
    diagnostics,
    told: bilingual(results.expectations[first]!.title),
    expectation: first + 1,
  };
}

/** The learner's model has an error, or lacks a name that the check asks for. */
function broken(all: readonly Diagnostic[], checkText: string): Verdict {
  const diagnostics = all.filter((d) => d.span.file === learner);
  const lacking = all.find((d) => d.severity === "error" && d.span.file === hidden);
  if (isWrong(diagnostics) || lacking === undefined) return { solved: false, diagnostics, told: doesNotHold };
  const name = checkText.slice(lacking.span.start, lacking.span.end).replace(/^"(.*)"$/, "$1");
  return {
    solved: false,
    diagnostics,
    told: {
      en: `The task needs \`${name}\`, which your model no longer has as it was: undo, or begin the lesson anew.`,
      zh: `任务需要 \`${name}\`，但你的模型里已经没有原来的它：请撤销，或重新开始本课。`,
    },
  };
}

function isWrong(list: readonly Diagnostic[]): boolean {
  return list.some((d) => d.severity === "error");
}

/** The `///` above an expectation: English on its first line, Chinese on the second. */
function bilingual(title: string): Bilingual {
  const [en, zh] = title.split("\n");
  return { en: en!, zh: zh ?? en! };
}

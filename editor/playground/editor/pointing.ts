/** Lights up the lines of what is pointed at or chosen elsewhere, and points at the unit of a line. */
import { computed, effect } from "@preact/signals";
import type { editor, IDisposable } from "monaco-editor/editor";
import { study } from "../state/study.ts";
import { view } from "../state/view.ts";
import { isOf, tableRows } from "./table-rows.ts";

export function followPointing(code: editor.IStandaloneCodeEditor): IDisposable {
  const rows = computed(() => {
    const content = study.files.value.get(study.shown.value);
    return typeof content === "string" ? tableRows(content, study.outline.value?.panels ?? []) : [];
  });
  const rowAt = (line: number | undefined) => rows.value.find((row) => row.line === line);
  const marks = code.createDecorationsCollection();
  const stop = effect(() => {
    const lines = [
      ...linesOf(view.chosen.value, "chosen-line"),
      ...linesOf(view.pointed.value, "pointed-line"),
      ...linesAt(view.lit.value),
    ];
    marks.set(lines);
  });
  function linesOf(unit: typeof view.pointed.value, className: string): editor.IModelDeltaDecoration[] {
    if (unit === null) return [];
    return rows.value.filter((row) => isOf(row, unit)).map(({ line }) => decoration(line, line, className));
  }
  function linesAt(place: typeof view.lit.value): editor.IModelDeltaDecoration[] {
    const model = code.getModel();
    if (place === null || model === null || place.file !== study.shown.value) return [];
    const line = (offset: number) => model.getPositionAt(offset).lineNumber;
    return [decoration(line(place.start), line(place.end), "pointed-line")];
  }
  const unitAt = (line: number | undefined) => {
    const row = rowAt(line);
    if (row === undefined) return null;
    return { dmu: row.dmu, ...(row.period === undefined ? {} : { period: row.period }) };
  };
  /** Whether what is pointed at was so from here. */
  let here = false;
  const point = (line: number | undefined) => {
    const unit = unitAt(line);
    if (unit === null && !here) return;
    here = unit !== null;
    const now = view.pointed.value;
    if (unit?.dmu !== now?.dmu || unit?.period !== now?.period) view.pointed.value = unit;
  };
  const listening = [
    code.onMouseMove(({ target }) => point(target.position?.lineNumber)),
    code.onMouseLeave(() => point(undefined)),
    code.onDidChangeCursorPosition(({ position, source }) => {
      const unit = source === "mouse" || source === "keyboard" ? unitAt(position.lineNumber) : null;
      const now = view.chosen.value;
      if (unit !== null && (unit.dmu !== now?.dmu || unit.period !== now?.period)) view.chosen.value = unit;
    }),
  ];
  return {
    dispose() {
      stop();
      marks.clear();
      for (const one of listening) one.dispose();
    },
  };
}

function decoration(from: number, to: number, className: string): editor.IModelDeltaDecoration {
  return {
    range: { startLineNumber: from, startColumn: 1, endLineNumber: to, endColumn: 1 },
    options: { isWholeLine: true, className, zIndex: className === "pointed-line" ? 1 : 0 },
  };
}

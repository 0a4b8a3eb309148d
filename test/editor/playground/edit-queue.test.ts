import { expect, it } from "vitest";
import { Superseded } from "../../../editor/playground/contract.ts";
import { EditQueue } from "../../../editor/playground/state/edit-queue.ts";
import type { Edit } from "../../../editor/playground/workers/edits.ts";

const cell = (row: number, value: number): Edit => ({ of: "cell", panel: "d", row, column: "x", value });

/** A queue whose answers come when they are let go. */
function queue() {
  const state = { text: "start", undo: [] as boolean[] };
  const asked: Edit[] = [];
  const answers: ((text: string) => void)[] = [];
  const edits = new EditQueue({
    ask(edit) {
      asked.push(edit);
      return new Promise((resolve) => answers.push((text) => resolve({ text })));
    },
    text: () => state.text,
    put(text, last) {
      state.text = text;
      state.undo.push(last);
    },
  });
  const answer = async (text: string) => {
    answers.shift()!(text);
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  return { edits, state, asked, answer };
}

it("makes one edit after another, each in the text that the one before left", async () => {
  const { edits, state, asked, answer } = queue();
  const both = [edits.add(cell(0, 1), false), edits.add(cell(1, 2), true)];
  expect(asked).toEqual([cell(0, 1)]);
  await answer("first");
  expect(asked).toEqual([cell(0, 1), cell(1, 2)]);
  await answer("second");
  await Promise.all(both);
  expect(state).toEqual({ text: "second", undo: [false, true] });
});

it("passes over what a later edit of the same thing takes the place of", async () => {
  const { edits, state, asked, answer } = queue();
  const all = [1, 2, 3].map((value) => edits.add(cell(0, value), value === 3));
  await answer("one");
  await answer("three");
  await Promise.all(all);
  expect(asked).toEqual([cell(0, 1), cell(0, 3)]);
  expect(state).toEqual({ text: "three", undo: [false, true] });
});

it("drops an edit when something else was typed meanwhile", async () => {
  const { edits, state, answer } = queue();
  const edit = edits.add(cell(0, 1), true);
  state.text = "typed";
  const told = expect(edit).rejects.toBeInstanceOf(Superseded);
  await answer("edited");
  await told;
  expect(state.text).toBe("typed");
});

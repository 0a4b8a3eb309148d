/** Edits by hand, one after another: each is made in the text that the one before left. */
import { Superseded } from "../contract.ts";
import type { Edit } from "../workers/edits.ts";

export interface EditHost {
  ask(edit: Edit): Promise<{ readonly text: string }>;
  text(): string;
  put(text: string, last: boolean): void;
}

interface Waiting {
  readonly edit: Edit;
  readonly last: boolean;
  readonly done: (() => void)[];
  readonly failed: ((reason: unknown) => void)[];
}

export class EditQueue {
  readonly #host: EditHost;
  readonly #queue: Waiting[] = [];
  #working = false;

  constructor(host: EditHost) {
    this.#host = host;
  }

  /** Resolves when the text has it. A later edit of the same thing takes the place of one that still waits. */
  add(edit: Edit, last: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const at = this.#queue.findIndex((one) => target(one.edit) === target(edit));
      const before = at < 0 ? undefined : this.#queue.splice(at, 1)[0];
      this.#queue.push({
        edit,
        last: last || before?.last === true,
        done: [...(before?.done ?? []), resolve],
        failed: [...(before?.failed ?? []), reject],
      });
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      const before = this.#host.text();
      try {
        const { text } = await this.#host.ask(next.edit);
        if (this.#host.text() !== before) throw new Superseded();
        this.#host.put(text, next.last);
        for (const done of next.done) done();
      } catch (error) {
        for (const failed of next.failed) failed(error);
      }
    }
    this.#working = false;
  }
}

/** What an edit is of, without its value. */
function target(edit: Edit): string {
  if (edit.of === "direction") return JSON.stringify([edit.of, edit.direction, Object.keys(edit.sizes)]);
  return JSON.stringify({ ...edit, value: 0 });
}

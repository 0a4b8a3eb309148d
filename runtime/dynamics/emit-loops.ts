import { indicesOf, type Loop } from "./loops.ts";
import { indexText } from "./place-pattern.ts";
import { fill } from "./statement.ts";

/** The lists of indices that follow no pattern, by their text: `I0`, `I1` …, declared before the loops. */
export type IndexLists = Map<string, string>;

/** The text of a loop; of a single round, of its statements. */
export function emitLoop({ rounds, inner, groups }: Loop, lists: IndexLists): string {
  /** What this round has set, by list and indices: it need not be read back. */
  const near = new Map<string, string>();
  const body = groups.map((group) => {
    const [head] = group;
    const rows = indicesOf(group);
    const element = (list: string, indices: readonly number[]) => {
      const index = indexText(indices, inner) ?? listed(indices, inner, lists);
      return list === "" ? index : `${list}[${index}]`;
    };
    const value = fill(head.template, (place) => {
      const { list } = head.places[place];
      const indices = rows[place + 1];
      return near.get(`${list} ${indices}`) ?? element(list, indices);
    });
    const name = `x${near.size}`;
    near.set(`${head.target.list} ${rows[0]}`, name);
    return `const ${name}=${element(head.target.list, rows[0])}=${value};`;
  });
  const text = body.join("\n");
  if (rounds === 1) return text;
  if (inner === undefined) return `for(let i=0;i<${rounds};i++){${text}}`;
  return `for(let j=0;j<${rounds / inner};j++)for(let i=0;i<${inner};i++){${text}}`;
}

function listed(indices: readonly number[], inner: number | undefined, lists: IndexLists): string {
  const text = `Int32Array.of(${indices})`;
  const name = lists.get(text) ?? `I${lists.size}`;
  lists.set(text, name);
  return `${name}[${inner === undefined ? "i" : `${inner}*j+i`}]`;
}

/** A loop of a single round in parts of at most so many statements. */
export function parts(loop: Loop, longest: number): Loop[] {
  if (loop.rounds > 1 || loop.groups.length <= longest) return [loop];
  return Array.from({ length: Math.ceil(loop.groups.length / longest) }, (_, n) => ({
    rounds: 1,
    groups: loop.groups.slice(n * longest, (n + 1) * longest),
  }));
}

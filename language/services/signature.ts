/** Signature help: the parameters of the call that is being written, and which one the cursor is in. */
import type { IToken } from "chevrotain";
import type * as ast from "../ast.ts";
import { endOf } from "../lexer.ts";
import type { Analysis } from "./analysis.ts";
import {
  type Callable,
  distributionNamed,
  functionNamed,
  indexNamed,
  measureNamed,
  parameterText,
} from "./catalogue.ts";
import { describeCall } from "./describe.ts";

export interface Signature {
  readonly label: string;
  readonly documentation: string;
  readonly parameters: readonly { readonly label: string; readonly documentation: string }[];
  readonly active: number;
}

/** The open call around an offset, read off the tokens: the tree of a call that is being written is not whole. */
export interface OpenCall {
  readonly name: string;
  /** How many commas of its own stand before the offset. */
  readonly commas: number;
  /** The name of the argument at the offset. */
  readonly argument?: string;
  /** The names of arguments that are there. */
  readonly given: readonly string[];
  readonly callee: IToken;
}

export function openCall(tokens: readonly IToken[], offset: number): OpenCall | undefined {
  let at = tokens.length - 1;
  while (at >= 0 && endOf(tokens[at]!) > offset) at--;
  let depth = 0;
  let commas = 0;
  let argument: string | undefined;
  const given: string[] = [];
  for (; at >= 0; at--) {
    const { image } = tokens[at]!;
    if (image === ")" || image === "]" || image === "}") depth++;
    else if (image === "[" || image === "{" || image === "(") {
      if (depth > 0) depth--;
      else if (image === "(") break;
      // A map or a pick inside the arguments, or the block around everything.
      else if (image === "{" && tokens[at - 1]?.image !== ":") return undefined;
    } else if (depth === 0 && image === ",") {
      commas++;
    } else if (depth === 0 && image === ":" && at > 0) {
      const name = tokens[at - 1]!.image;
      given.push(name);
      if (commas === 0) argument ??= name;
    }
  }
  const callee = tokens[at - 1];
  if (at < 1 || callee === undefined || !/^[\p{L}_]/u.test(callee.image)) return undefined;
  const dotted = tokens[at - 2]?.image === "." ? `${tokens[at - 3]?.image ?? ""}.` : "";
  return {
    name: dotted + callee.image,
    commas,
    given,
    callee,
    ...(argument === undefined ? {} : { argument }),
  };
}

/** What a call means in a declaration of some kind. */
export function callableIn(name: string, decl: ast.Declaration | undefined): Callable | undefined {
  if (decl?.kind === "measure") return measureNamed(name) ?? functionNamed(name, false);
  if (decl?.kind === "index") return indexNamed(name) ?? functionNamed(name, false);
  const inSystem = decl?.kind === "system" || decl?.kind === "scenario";
  return (
    (decl?.kind === "sensitivity" ? distributionNamed(name) : undefined) ?? functionNamed(name, inSystem)
  );
}

export function signature(analysis: Analysis, file: string, offset: number): Signature | undefined {
  const parsed = analysis.files.get(file);
  const call = parsed === undefined ? undefined : openCall(parsed.tokens, offset);
  if (parsed === undefined || call === undefined) return undefined;
  const decl = parsed.file.declarations.findLast(({ span }) => span.start <= call.callee.startOffset);
  const callable = callableIn(call.name, decl) ?? lookup(call.name, decl);
  if (callable === undefined) return undefined;
  const labels = callable.parameters.map(parameterText);
  const byName = callable.parameters.findIndex(({ name }) => name === call.argument);
  const last = labels.length - 1;
  return {
    label: `${callable.name}(${labels.join(", ")}${callable.variadic ? ", …" : ""})`,
    documentation: describeCall(callable),
    parameters: callable.parameters.map((parameter, i) => ({
      label: labels[i]!,
      documentation: parameter.default ? `${parameter.line}; left out: ${parameter.default}` : parameter.line,
    })),
    active: byName >= 0 ? byName : callable.variadic ? Math.min(call.commas, last) : call.commas,
  };
}

/** A system's own lookup. */
function lookup(name: string, decl: ast.Declaration | undefined): Callable | undefined {
  if (decl?.kind !== "system") return undefined;
  const entry = decl.entries.find((one) => one.kind === "lookup" && one.name.text === name);
  if (entry?.kind !== "lookup") return undefined;
  const argument = entry.argument?.name.text ?? "argument";
  const parameter = { name: argument, line: "What is looked up", words: [], optional: false, named: false };
  return {
    name,
    kind: "function",
    line: entry.doc ?? "A lookup of this system",
    parameters: [{ ...parameter, byVariable: false }],
    variadic: false,
  };
}

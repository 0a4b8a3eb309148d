/** The command line: its commands and options. What a command does is loaded when it is called. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { isSetting } from "../language/check/setting-form.ts";
import { version } from "../language/version.ts";
import { type ExitCode, exitCode, type Io, UsageError } from "./io.ts";

/** Builds the commands; `end` receives the exit code of the one that ran. */
function makeProgram(io: Io, end: (code: ExitCode) => void): Command {
  const program = new Command("gtfp")
    .description("Green total factor productivity: data, frontiers, indices and scenarios in one text file.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print the help of a command")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });

  program
    .command("run")
    .description("run a model and show its results")
    .argument("<file>", "the model; - is standard input")
    .addOption(format("how results are written", ["text", "json", "csv", "md", "latex"]))
    .option(
      "--out <dir>",
      "also write tables, pictures and reports into a folder: CSV, JSON, SVG, HTML, Markdown, LaTeX, XLSX",
    )
    .option("--only <name>", "compute only this declaration or report and what it needs")
    .option(
      "--set <name=value>",
      "another value for a system, such as economy.growth=7%; repeatable",
      setting,
    )
    .addOption(
      new Option("--solver <name>", "solve every linear program with this solver").choices([
        "kernel",
        "highs",
        "javascript-lp-solver",
      ]),
    )
    .option("--cross-check <share>", "solve this share of the programs with a second solver", share)
    .option(
      "--threads <number>",
      "share long work among so many threads (default: one for each core)",
      threads,
    )
    .option("--watch", "run again whenever the model, what it imports or its data change")
    .addOption(allowOutside())
    .action(async (file, options) => end(await (await import("./commands/run.ts")).run(io, file, options)));

  program
    .command("check")
    .description("report everything that is wrong with models and their data")
    .argument("<files...>", "models; - is standard input")
    .addOption(format("how diagnostics are written", ["text", "json", "sarif", "github"]))
    .option("--dt", "run systems again with half their step, and show what moves by more than 1 %")
    .addOption(allowOutside())
    .action(async (files, options) =>
      end(await (await import("./commands/check.ts")).check(io, files, options)),
    );

  program
    .command("fmt")
    .description("write models in the one canonical form")
    .argument("<files...>", "models, or folders of them; - is standard input")
    .option("--check", "change nothing; list what would change and exit with 1")
    .action(async (files, options) => end(await (await import("./commands/fmt.ts")).fmt(io, files, options)));

  program
    .command("test")
    .description("run models and check their expectations")
    .argument("<files...>", "models, or folders of them; - is standard input")
    .addOption(format("how outcomes are written", ["text", "tap", "junit", "github", "json"]))
    .addOption(allowOutside())
    .action(async (files, options) =>
      end(await (await import("./commands/test.ts")).test(io, files, options)),
    );

  program
    .command("explain")
    .description("show a declaration's mathematics, or what a diagnostic or a word means")
    .argument(
      "<file>",
      "the model; - is standard input. Alone also a diagnostic's code or a word of the language",
    )
    .argument("[name]", "the declaration")
    .addOption(
      new Option("--format <format>", "how it is written; lp and mps are one program for a solver")
        .choices(["text", "latex", "lp", "mps"])
        .default("text"),
    )
    .option("--dmu <unit>", "one unit's program and its solution")
    .option("--period <period>", "of this period; the unit's last one unless given")
    .option("--against <scenario>", "what makes two scenarios differ")
    .option("--outcome <variable>", "in this number")
    .option("--at <time>", "at this moment; the end unless given", moment)
    .addOption(allowOutside())
    .action(async (file, name, options) =>
      end(await (await import("./commands/explain.ts")).explain(io, file, name, options)),
    );

  program
    .command("new")
    .description("write a first study into a folder: model, data, README, workflow")
    .argument("<folder>", "a new one, or one without these files")
    .action(async (folder) => end(await (await import("./commands/new.ts")).newStudy(io, folder)));

  program
    .command("doctor")
    .description("look at a data file and write the data block for it")
    .argument("<file>", "CSV, TSV, JSON or XLSX")
    .option("--sheet <name>", "of a workbook; its first sheet unless given")
    .action(async (file, options) =>
      end(await (await import("./commands/doctor.ts")).doctor(io, file, options)),
    );

  program
    .command("playground")
    .description("serve the page on which a model stands beside what it means")
    .argument("[path]", "a model to open, or a folder of models")
    .option("--port <number>", "at this port (default: the usual one, or any that is free)", port)
    .option("--no-open", "only print the address; do not show it in the browser")
    .action(async (path, options) =>
      end(await (await import("./commands/playground.ts")).playground(io, path, options)),
    );

  program
    .command("lsp")
    .description("serve an editor: diagnostics, completion, hovers and the like")
    .option("--stdio", "over standard input and output")
    .action(async (options) => end(await (await import("./commands/lsp.ts")).lsp(options)));

  program
    .command("export")
    .description("write a unit's program or a system for other tools")
    .argument("<file>", "the model; - is standard input")
    .argument("<name>", "a measure or a system")
    .addOption(
      new Option("--format <format>", "lp and mps for a measure's program, xmile for a system").choices([
        "lp",
        "mps",
        "xmile",
      ]),
    )
    .option("--dmu <unit>", "whose program")
    .option("--period <period>", "of this period; the unit's last one unless given")
    .addOption(allowOutside())
    .action(async (file, name, options) =>
      end(await (await import("./commands/export.ts")).exportModel(io, file, name, options)),
    );

  program
    .command("import")
    .description("translate a model of Vensim or XMILE")
    .argument("<file>", "a .mdl, .cin or .xmile file; - is a model on standard input")
    .option("--out <file>", "into this file, which must not be there yet (default: standard output)")
    .option("--model <file>", "the model that a .cin file changes")
    .action(async (file, options) =>
      end(await (await import("./commands/import.ts")).importFile(io, file, options)),
    );

  program
    .command("diff")
    .description("tell what changed in meaning from one model to another")
    .argument("<old>", "the old model; - is standard input")
    .argument("<new>", "the new model")
    .addOption(format("how changes are written", ["text", "md", "json"]))
    .option("--results", "run both and tell what moved")
    .addOption(allowOutside())
    .action(async (before, after, options) =>
      end(await (await import("./commands/diff.ts")).diff(io, before, after, options)),
    );

  return program;
}

/** Runs one command line and gives its exit code; never throws. */
export async function runProgram(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCode.ok;
  const program = makeProgram(io, (ended) => {
    code = ended;
  });
  try {
    if (args.length === 0) {
      io.stderr.write(program.helpInformation());
      return exitCode.wrong;
    }
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.code === "commander.unknownCommand" && /[./\\]/.test(args[0]!)) {
        io.stderr.write(`(To run a model: gtfp run ${args[0]})\n`);
      }
      return error.exitCode === 0 ? exitCode.ok : exitCode.wrong;
    }
    if (error instanceof UsageError) {
      io.stderr.write(`error: ${error.message}\n`);
      return exitCode.wrong;
    }
    io.stderr.write(apology(error, io.env.GTFP_DEBUG !== undefined));
    return exitCode.fault;
  }
}

function apology(error: unknown, stack: boolean): string {
  const what = error instanceof Error ? error.message : String(error);
  const lines = [
    `Sorry: gtfp ${version} made a mistake of its own (${what}).`,
    "Your model is not to blame. Please report it with the model and the command you ran.",
    stack && error instanceof Error ? (error.stack ?? "") : "GTFP_DEBUG=1 shows where it happened.",
  ];
  return `${lines.join("\n")}\n`;
}

function format(description: string, choices: string[]): Option {
  return new Option("--format <format>", description).choices(choices).default("text");
}

function allowOutside(): Option {
  return new Option("--allow-outside", "let the model read files outside its folder");
}

function threads(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 256) {
    throw new InvalidArgumentError("Give a whole number from 1 on.");
  }
  return value;
}

function port(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 65_535) {
    throw new InvalidArgumentError("Give a port from 1 to 65535.");
  }
  return value;
}

/** A moment of a run. */
function moment(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new InvalidArgumentError("Give a number such as 2025.");
  return value;
}

/** Another `SYSTEM.NAME=VALUE` after those before it. */
function setting(text: string, before: readonly string[] = []): readonly string[] {
  if (isSetting(text)) return [...before, text];
  throw new InvalidArgumentError("Give SYSTEM.NAME=VALUE, such as economy.growth=7%.");
}

/** `5%` or `0.05`. */
function share(text: string): number {
  const value = /^\d+(\.\d+)?%$/.test(text) ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1)) {
    throw new InvalidArgumentError("Give a share such as 5% or 0.05.");
  }
  return value;
}

import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { dataSkeleton } from "../../runtime/tables/data-skeleton.ts";
import { readTable } from "../../runtime/tables/read-table.ts";
import { lookAt } from "../../runtime/tables/table-look.ts";
import { isWorkbook, loadWorkbookReader } from "../../runtime/tables/workbooks.ts";
import { fileForm } from "../doctor/file-form.ts";
import { renderLook } from "../doctor/render-look.ts";
import { Workspace } from "../files/workspace.ts";
import { type ExitCode, exitCode, type Io, UsageError } from "../io.ts";
import { styleFor } from "../render/style.ts";

/** Looks at a data file and writes the `data` block that it is likely to need. */
export async function doctor(io: Io, file: string, options: { readonly sheet?: string }): Promise<ExitCode> {
  const workspace = new Workspace(io);
  const bytes = workspace.readBytes(file);
  if (bytes === null) {
    const reason = await workspace.whyUnreadable(file);
    const help = reason?.help === undefined ? "" : ` (${reason.help})`;
    throw new UsageError(`cannot read ${file}: ${reason?.why}${help}`);
  }
  if (isWorkbook(file)) await loadWorkbookReader();
  const sink = new Diagnostics();
  const table = readTable(file, { read: () => bytes }, { file, start: 0, end: 0 }, sink, options.sheet);
  if (table === null) {
    for (const { message, help } of sink.list) {
      io.stderr.write(`error: ${message}${help === undefined ? "" : `\n  help: ${help}`}\n`);
    }
    return exitCode.wrong;
  }
  const rows = table.rows.map(({ cells }) => cells.map(String));
  const block = dataSkeleton({ path: file, header: table.header, rows }, "");
  const style = styleFor(io.stdout.isTTY, io.env);
  const width = Math.max(60, Math.min(io.stdout.columns ?? 100, 160));
  io.stdout.write(
    renderLook(fileForm(file, bytes, options.sheet), lookAt(file, table), withSheet(block, options.sheet), {
      style,
      width,
    }),
  );
  return exitCode.ok;
}

function withSheet(block: string, sheet: string | undefined): string {
  return sheet === undefined ? block : block.replace("{\n", `{\n  sheet ${JSON.stringify(sheet)}\n`);
}

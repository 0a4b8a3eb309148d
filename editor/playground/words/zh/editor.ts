import type { editor as en } from "../en/editor.ts";

export const editor: Readonly<Record<keyof typeof en, string>> = {
  editorName: "模型",
  editorTooLong: "用命令行的 `gtfp run` 可使用全部核心，并显示进度。",
};

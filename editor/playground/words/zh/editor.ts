import type { editor as en } from "../en/editor.ts";

export const editor: Readonly<Record<keyof typeof en, string>> = {
  editorName: "模型",
  editorFull: "使用完整编辑器",
  editorPlain: "使用简易编辑器",
  editorLine: "第 {n} 行",
  editorMore: "另有 {n} 个问题",
  editorTooLong: "用命令行的 `gtfp run` 可使用全部核心，并显示进度。",
};

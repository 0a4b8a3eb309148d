import type { editor as en } from "../en/editor.ts";

export const editor: Readonly<Record<keyof typeof en, string>> = {
  editorName: "模型；按 Ctrl+M 切换 Tab 键是否离开编辑器",
  editorPlainName: "模型",
  editorFull: "使用完整编辑器",
  editorPlain: "使用简易编辑器",
  editorLine: "第 {n} 行",
  editorMore: "另有 {n} 个问题",
  editorFault: "页面处理此模型时出错（{detail}）。您的文本没有丢失。请重试；如再次出现，请连同模型一起报告。",
  editorMemory:
    "浏览器内存不足，无法处理此模型。请减少行、列或样本数，关闭其他页面，或在命令行用 `gtfp run` 运行。",
  editorData:
    "文件共 {detail} MB，超出网页的处理能力。请去掉模型未用到的列和年份，或在命令行用 `gtfp run` 运行。",
  editorAgain: "重试",
  editorTooLong: "用命令行的 `gtfp run` 可使用全部核心，并显示进度。",
};

import type { shell as en } from "../en/shell.ts";

export const shell: Readonly<Record<keyof typeof en, string>> = {
  run: "运行",
  lessons: "课程",
  examples: "示例",
  open: "打开",
  save: "保存",
  share: "分享",
  lesson: "课文",
  model: "模型",
  meaning: "含义",
  results: "结果",
  frontier: "前沿面",
  program: "线性规划",
  scenarios: "情景",
  diagram: "流图",
  report: "报告",
  problems: "问题",
  loading: "正在加载……",
};

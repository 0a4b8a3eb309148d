import type { problems as en } from "../en/problems.ts";

export const problems: Readonly<Record<keyof typeof en, string>> = {
  problemsNone: "没有问题。",
  problemsNotYet: "模型尚未检查。",
  problemsChecked: "已检查语法、名称、单位、数据以及每个线性规划的最优性证明。本模型包含：{what}。",
  problemsPanels: "数据 {n}",
  problemsMeasures: "测度与指数 {n}",
  problemsSystems: "系统 {n}",
  problemsReports: "报告 {n}",
  problemsExpectations: "成立的断言 {n}",
  problemsCount: "{n} 个问题",
  problemsError: "错误",
  problemsWarning: "警告",
  problemsNote: "提示",
  problemsReveal: "在模型中显示",
  problemsHelp: "建议：",
  problemsExplain: "这是什么意思？",
  problemsNoPage: "该代码没有说明页。",
  problemsLine: "第 {line} 行",
  problemsLineOf: "{file} 第 {line} 行",
  problemsClaims: "不成立的断言",
};

import type { lesson as en } from "../en/lesson.ts";

export const lesson: Readonly<Record<keyof typeof en, string>> = {
  lessonWay: "课程导航",
  lessonOf: "第 {n} 课，共 {all} 课",
  lessonBefore: "上一课",
  lessonNext: "下一课",
  lessonLeave: "退出课程",
  lessonTask: "任务",
  lessonSolved: "已完成",
  lessonHint: "提示",
  lessonCheck: "检查",
  lessonStartOver: "重新开始",
  lessonSolution: "显示一个解答",
  lessonDone: "完成了。",
  lessonWhy: "为什么",
  lessonGoOn: "下一课：{title}",
  lessonEnd: "这是最后一课。现在打开你自己的模型吧。",
};

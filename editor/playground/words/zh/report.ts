import type { report as en } from "../en/report.ts";

export const report: Readonly<Record<keyof typeof en, string>> = {
  reportNothing: "报告展示模型的发现。请先为模型添加 measure、index 或 system。",
  reportNone: "该模型还没有报告。报告可以包含带数字的文字、表格、图表、前沿面和线性规划。适合本模型的一份：",
  reportNotYet: "模型运行后，报告会出现在这里。",
  reportInsert: "把这份报告写入模型",
  reportContents: "报告目录",
  reportPrint: "打印",
  reportSave: "存为单个 HTML 文件",
  reportTable: "表 {n}",
  reportFigure: "图 {n}",
  reportProgram: "规划 {n}",
  reportCsv: "CSV",
  reportCsvOf: "{name} 的数据（CSV）",
  reportNumbers: "背后的数据（{n} 行）",
  reportNumbersShort: "背后的数据",
  reportMade: "由 GTFP {version} 生成。",
};

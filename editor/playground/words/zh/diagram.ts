import type { diagram as en } from "../en/diagram.ts";

export const diagram: Readonly<Record<keyof typeof en, string>> = {
  diagramRole: "存量流量图",
  diagramVariable: "{name}：在模型中显示",
  diagramLarger: "放大",
  diagramSmaller: "缩小",
  diagramFit: "适合窗口",
  diagramLegend:
    "方框是存量，带阀门的管道是流量，虚线箭头表示方程读取了什么；+ 表示两者同向变化。点击名称可查看其方程。",
  diagramLoops: "反馈回路",
  diagramReinforcing: "增强",
  diagramBalancing: "平衡",
  diagramEither: "方向不定",
  diagramInWords: "用文字描述该图",
  diagramFilled: "流入：{flows}",
  diagramDrained: "流出：{flows}",
  diagramEquation: "方程",
  diagramValue: "{run}，{time}",
};

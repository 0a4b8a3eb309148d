/** Words of the panel Diagram. Keys begin with `diagram`. */
export const diagram = {
  diagramRole: "stock-flow diagram",
  diagramVariable: "{name}: show in the model",
  diagramLarger: "Larger",
  diagramSmaller: "Smaller",
  diagramFit: "Fit",
  diagramLegend:
    "Boxes are stocks, pipes with a valve are flows, dashed arrows tell what an equation reads; + means that both move the same way. Press a name to see its equation.",
  diagramLoops: "Feedback loops",
  diagramReinforcing: "reinforcing",
  diagramBalancing: "balancing",
  diagramEither: "either way",
  diagramInWords: "The diagram in words",
  diagramFilled: "filled by {flows}",
  diagramDrained: "drained by {flows}",
  diagramEquation: "Equation",
  diagramValue: "{run}, {time}",
} as const;

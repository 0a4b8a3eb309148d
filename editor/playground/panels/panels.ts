/** The panels beside the model. Each is loaded when it is first shown. */
import type { ComponentType } from "preact";
import type { PanelId } from "../contract.ts";

type Load = () => Promise<{ readonly default: ComponentType }>;

export const panels: Readonly<Record<PanelId, Load>> = {
  results: () => import("./results.tsx"),
  frontier: () => import("./frontier.tsx"),
  program: () => import("./program.tsx"),
  scenarios: () => import("./scenarios.tsx"),
  diagram: () => import("./diagram.tsx"),
  report: () => import("./report.tsx"),
  problems: () => import("./problems.tsx"),
};

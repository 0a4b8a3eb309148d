import type { OdeStock } from "../../compiler/ode/ode-system.ts";
import type { RunState } from "./interpreter.ts";

export type StepMethod = "euler" | "rk2" | "rk4";

/** Moves the stocks over one step. `first` holds the rates at its start; `stage` gives those at a later instant. */
export interface Stepper {
  readonly first: Float64Array;
  step(stocks: readonly OdeStock[], state: RunState, stage: (at: 0.5 | 1, rates: Float64Array) => void): void;
}

/**
 * Euler; Heun's method of second order (as `rk2` in the system-dynamics programs); the classical fourth-order method of
 * Kutta (1901). Hairer, Nørsett & Wanner, Solving Ordinary Differential Equations I, table II.1.2.
 */
export const stepMethods: Readonly<Record<StepMethod, (stocks: number) => Stepper>> = {
  euler: (n) => {
    const first = new Float64Array(n);
    return { first, step: (stocks, state) => move(stocks, state, state.dt, first) };
  },
  rk2: (n) => {
    const first = new Float64Array(n);
    const last = new Float64Array(n);
    return {
      first,
      step: (stocks, state, stage) => {
        move(stocks, state, state.dt, first);
        stage(1, last);
        for (let i = 0; i < n; i++) first[i] += last[i];
        move(stocks, state, state.dt / 2, first);
      },
    };
  },
  rk4: (n) => {
    const [first, second, third, fourth] = [0, 1, 2, 3].map(() => new Float64Array(n));
    return {
      first,
      step: (stocks, state, stage) => {
        move(stocks, state, state.dt / 2, first);
        stage(0.5, second);
        move(stocks, state, state.dt / 2, second);
        stage(0.5, third);
        move(stocks, state, state.dt, third);
        stage(1, fourth);
        for (let i = 0; i < n; i++) first[i] += 2 * second[i] + 2 * third[i] + fourth[i];
        move(stocks, state, state.dt / 6, first);
      },
    };
  },
};

/** Each stock to its value at the step's start plus `length` times its rate. */
function move(stocks: readonly OdeStock[], state: RunState, length: number, rates: Float64Array): void {
  for (let i = 0; i < stocks.length; i++) {
    const { slot } = stocks[i];
    state.values[slot] = state.held[slot] + length * rates[i];
  }
}

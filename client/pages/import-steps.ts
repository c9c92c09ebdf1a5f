import type { ImportFlow } from "./import-flow.ts";

/** The steps of an import, in their order. */
export const importSteps = ["choose", "understand", "check", "apply", "done"] as const;
type ImportStep = (typeof importSteps)[number];

/** A step, and whether it lies behind the reader, is the present one, or is to come. */
export interface StepState {
  step: ImportStep;
  state: "done" | "current" | "later";
}

/** Where an import stands among its steps. */
export function stepsOf(flow: ImportFlow): StepState[] {
  const now = importSteps.indexOf(stepOf(flow));
  return importSteps.map((step, at) => {
    const isOver = at < now || flow.phase === "done";
    return { step, state: isOver ? "done" : at === now ? "current" : "later" };
  });
}

function stepOf({ phase, purpose }: ImportFlow): ImportStep {
  switch (phase) {
    case "choose":
      return "choose";
    case "sending":
    case "reading":
      return purpose === "store" ? "apply" : "understand";
    case "asked":
      return "understand";
    case "checked":
      return "check";
    case "done":
      return "done";
  }
}

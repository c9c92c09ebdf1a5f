import type { Colors } from "./colors.ts";
import type { EndLabel } from "./end-labels.ts";
import { entitySlot } from "./entity-slot.ts";
import { isDrawn, type Line, type LinePlan } from "./line-plan.ts";
import { panelScale } from "./panels.ts";

/** More lines than this are not all labelled at their ends: a list below the chart has them. */
export const mostLabelled = 5;

/** The labels at the ends of the lines that have one. */
export function lineEnds(plan: LinePlan, colors: Colors): EndLabel[] {
  const labelled = labelledIds(plan);
  return plan.lines.flatMap(({ id, code, label, latest = "", change = "", points, panel }) => {
    const end = points.findLast(isDrawn);
    const isBehind = plan.focused !== null && plan.focused !== id;
    const color = isBehind ? colors.ink3 : colors.text(entitySlot(code));
    if (!end || label === "" || !labelled.has(id)) return [];
    return [{ id, text: label, value: latest, change, color, end, scale: panelScale(panel) }];
  });
}

/** The lines that are labelled: all of up to five, else the one that ends highest, the lowest, and the one in focus. */
export function labelledIds({ lines, focused }: LinePlan): Set<string> {
  if (lines.length <= mostLabelled) return new Set(lines.map(({ id }) => id));
  const end = ({ points }: Line) => points.findLast(isDrawn)?.y ?? -Infinity;
  const byHeight = [...lines].sort((a, b) => end(b) - end(a));
  const ids = [byHeight[0]?.id, byHeight.at(-1)?.id, focused];
  return new Set(ids.filter((id) => typeof id === "string"));
}

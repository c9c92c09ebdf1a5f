import { choiceButtons } from "../components/choice-buttons.ts";
import type { RangeActions } from "./range-control.ts";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";

/** Linear or log; where a logarithm is refused, that cannot be pressed, and `scale.refused` says why. */
export function scaleControl(
  { scale }: Pick<View, "scale">,
  isRefused: boolean,
  { texts }: Reader,
  choose: RangeActions["choose"],
) {
  const choices = [
    { value: "lin", text: texts["scale.lin"] },
    { value: "log", text: texts["scale.log"], disabled: isRefused },
  ];
  return choiceButtons(texts["scale.label"], isRefused ? "lin" : scale, choices, (value) =>
    choose({ scale: value === "log" ? "log" : "lin" }),
  );
}

/** The decimals that a number needs to be told whole. */
export function decimalsOf(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const written = (digits.split(".")[1] ?? "").length;
  return Math.max(0, written - Number(exponent));
}

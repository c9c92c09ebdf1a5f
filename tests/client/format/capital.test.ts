import { expect, it } from "vitest";
import { withCapital } from "../../../client/format/capital.ts";

it.each([
  ["кыргызский сом: рост с 100,0", "Кыргызский сом: рост с 100,0"],
  ["ўзбек сўми", "Ўзбек сўми"],
  ["1 USD = 87", "1 USD = 87"],
  ["Kyrgyz som", "Kyrgyz som"],
  ["", ""],
])("%j begins a sentence as %j", (text, expected) => {
  expect(withCapital(text)).toBe(expected);
});

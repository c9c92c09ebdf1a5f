import { expect, it } from "vitest";
import { createRenaming } from "../../../server/csv/rename-code.ts";

it.each([
  [{ column: "c", codes: { "Доллар США": "USD" } }, "Доллар США", "USD", null],
  [{ column: "c", codes: { JPY100: { code: "JPY", nominal: 100 } } }, "JPY100", "JPY", "100"],
  [{ column: "c", pattern: "^(?<nominal>\\d+) (?<code>[A-Z]{3})$" }, "100 JPY", "JPY", "100"],
  [{ column: "c", pattern: "^(?<code>[^:]+)" }, "M: Monthly", "M", null],
  [{ column: "c", numeric: true as const }, "036", "AUD", null],
  [{ column: "c", numeric: true as const }, "36", "36", null],
  [{ column: "c", codes: { YEN: "JPY" } }, "USD", "USD", null],
])("createRenaming(%j) makes %s into %s", (place, text, code, nominal) => {
  expect(createRenaming(place)!(text)).toEqual({ code, nominal });
});

it("createRenaming(place) is nothing for a plain column or a constant", () => {
  expect(createRenaming("c")).toBeNull();
  expect(createRenaming({ value: "USD" })).toBeNull();
});

import { expect, it } from "vitest";
import type { Mapping } from "../../../server/contract/mapping.ts";
import { readText } from "../../support/csv.ts";

const nbkr = { source: "NBKR" };
const header = "date,base,quote,rate";
const row = (day: number, rate = "87.4500") => `2026-11-${day},USD,KGS,${rate}`;
const lines = (...texts: string[]) => `${texts.join("\n")}\n`;
const brief = async (...args: Parameters<typeof readText>) =>
  (await readText(...args)).drafts.map(({ series, start, value }) => `${series} ${start} ${value}`);

it("C1: ISO numbers are codes where the mapping says so, and are offered where it does not", async () => {
  const text = lines(header, "2026-11-20,840,KGS,87.4500", "2026-11-20,EUR,KGS,95.0100");
  const { errors } = await readText(text, nbkr);
  expect(errors[0]!.message).toContain("ISO number of USD");
  const mapping: Mapping = { dimensions: { BASE: { column: "base", numeric: true } } };
  expect(await brief(text, { mapping, ...nbkr })).toHaveLength(2);
});

it.each([
  ["YEN", "JPY"],
  ["ЕВРО", "EUR"],
  ["US Dollar", "USD"],
  ["AQSH dollari", "USD"],
])("C4, C5: %s is offered as %s, and never taken for it", async (name, code) => {
  const { errors } = await readText(lines(header, row(19), `2026-11-20,${name},KGS,1.5`), nbkr);
  expect(errors).toMatchObject([{ line: 3, code: "unknown-code" }]);
  expect(errors[0]!.message).toContain(`Did you mean ${code}?`);
});

it("C9: a currency in itself is 1 and passed over; anything else is an error", async () => {
  const text = lines(header, row(19), "2026-11-19,KGS,KGS,1.0000", "2026-11-20,KGS,KGS,2");
  const { drafts, errors, notices } = await readText(text, nbkr);
  expect(drafts).toHaveLength(1);
  expect(notices).toMatchObject([{ code: "same-currency", line: 3 }]);
  expect(errors).toMatchObject([{ line: 4 }]);
});

it("C8: of buying and selling rates none is taken by itself: the sender chooses", async () => {
  const text = lines("Дата;Валюта;Покупка;Продажа", "20.11.2026;USD;87,30;87,90");
  await expect(
    readText(text, { dataset: "FX", set: { QUOTE: "KGS" }, ...nbkr }),
  ).rejects.toMatchObject({
    kind: "needs-mapping",
    members: { missing: ["value"], candidates: { value: ["Покупка", "Продажа"] } },
  });
});

it("says of what codes are made, of a source without the hyphen that it has not", async () => {
  const header = "date,base,quote,rate,source";
  const text = lines(header, `${row(19)},NBKR`, `${row(20)},MY-BANK`, `${row(21)},9BANK`);
  const { errors } = await readText(text);
  expect(errors.map(({ message }) => message)).toEqual(
    ["MY-BANK", "9BANK"].map(
      (code) =>
        `SOURCE takes codes of the letters A to Z, digits and _, 40 at most and a letter first, and ${code} is none.`,
    ),
  );
});

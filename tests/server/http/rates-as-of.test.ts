import fc from "fast-check";
import { expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { undo } from "../../../server/import/undo.ts";
import { startApp } from "../../support/app.ts";
import { importText } from "../../support/import-text.ts";

const app = startApp("fixtures", () => new Date());

/** All that is told of rates, to the letter: the newest, an amount, an inverse and a cross; a problem's detail where there is none. */
async function allRates(asOf: Record<string, string>): Promise<string[]> {
  const search = new URLSearchParams({ source: "BOARD", ...asOf }).toString();
  const asked = [
    `latest?base=KGS&quotes=USD,KZT&${search}`,
    `convert?from=KGS&to=KZT&amount=1500&${search}`,
    `KGS-USD/observations?frequency=W&${search}`,
    `KGS-KZT/observations?units=pch&${search}`,
  ];
  return Promise.all(
    asked.map(async (path) => {
      const response = await fetch(`${app.address}/api/v1/rates/${path}`);
      expect([200, 404]).toContain(response.status);
      return response.text();
    }),
  );
}

const rate = fc.record({
  day: fc.constantFrom("14", "15", "16", "17", "18"),
  quote: fc.constantFrom("KGS", "KZT"),
  value: fc.integer({ min: 800_000, max: 900_000 }).map((units) => `${units / 10_000}`),
});
const rates = fc.uniqueArray(rate, {
  minLength: 1,
  maxLength: 6,
  selector: ({ day, quote }) => day + quote,
});
/** Another process hears of an import within a tenth of a second, a busy machine a little later. */
const patience = { timeout: 10_000 };

/** An import, or the undo of the nth import before. */
const step = fc.oneof({ weight: 3, arbitrary: rates }, fc.integer({ min: 0, max: 3 }));

it("asOf answers of rates, amounts and pairs what was answered at that moment, whatever came after", async () => {
  const { pool } = app.database;
  // So that the series are known before the first moment: of a pair that nobody had brought yet, a later reader is told
  // an empty list where there was none to ask for.
  const brought = "2026-09-01,USD,KGS,87\n2026-09-01,USD,KZT,500\n";
  await importText(pool, `date,base,quote,rate\n${brought}`, { source: "BOARD" });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
      const open: number[] = [];
      const known: { at: string; told: string[] }[] = [];
      for (const each of steps) {
        const undone = typeof each === "number" ? open.splice(-1 - each, 1)[0] : undefined;
        if (typeof each === "number" && undefined === undone) continue;
        const lines =
          typeof each === "number"
            ? []
            : each.map(({ day, quote, value }) => `2026-09-${day},USD,${quote},${value}`);
        const { id, at } =
          undone === undefined
            ? await importText(pool, ["date,base,quote,rate", ...lines, ""].join("\n"), {
                source: "BOARD",
                accept: warningCodes,
              })
            : await undo(pool, undone, "test");
        // What changes nothing is no import.
        if (id === null) continue;
        if (undone === undefined) open.push(Number(id));
        known.push({ at: String(at), told: await allRates({ asOf: String(at) }) });
      }
      for (const { at, told } of known) expect(await allRates({ asOf: at })).toEqual(told);
      const last = known.at(-1);
      if (last) await expect.poll(() => allRates({}), patience).toEqual(last.told);
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

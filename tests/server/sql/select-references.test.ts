import { describe, expect, it } from "vitest";
import type { Mapping } from "../../../server/contract/mapping.ts";
import type { KursError } from "../../../server/domain/kurs-error.ts";
import type { Report } from "../../../server/import/import-file.ts";
import { cloneDatabase } from "../../support/database.ts";
import { importText } from "../../support/import-text.ts";

const { pool } = cloneDatabase("fixtures");

/** The warnings of an import, each with its line; none where it goes through. */
async function warningsOf(file: string, source: string, mapping?: Mapping): Promise<string[]> {
  const report = await importText(pool, file, { source, mapping, dryRun: true }).catch(
    (error: unknown) => (error as KursError).members["report"] as Report,
  );
  return report.problems
    .filter(({ severity }) => severity === "warning")
    .map(({ line, code }) => `${String(line)} ${code}`);
}

const warnings = (rows: string, source: string) =>
  warningsOf(`date,base,quote,rate\n${rows}\n`, source);

describe("a series that has no rates yet is held against", () => {
  it("the opposite rate of its own source, though other sources know the pair, too", async () => {
    const own = "date,base,quote,rate\n2026-09-29,USD,KGS,50.00\n";
    await importText(pool, own, { source: "OWN", accept: ["scale"] });
    expect(await warnings("2026-09-30,KGS,USD,50.01", "OWN")).toEqual(["2 inverted"]);
    expect(await warnings("2026-09-30,KGS,USD,0.0200", "OWN")).toEqual([]);
  });

  it("another source's, in either direction, of the newest day and of other days", async () => {
    const [wrong, right] = ["87.46", "0.01143"];
    expect(await warnings(`2026-09-28,KGS,USD,${wrong}`, "NEW")).toEqual(["2 inverted"]);
    expect(await warnings(`2026-09-30,KGS,USD,${wrong}`, "NEW")).toEqual(["2 inverted"]);
    expect(await warnings(`2026-09-28,USD,KGS,${right}`, "NEW")).toEqual(["2 inverted"]);
    expect(await warnings("2026-09-28,USD,KGS,8746", "NEW")).toEqual(["2 scale"]);
    expect(await warnings(`2026-09-28,KGS,USD,${right}`, "NEW")).toEqual([]);
  });

  it("the peg in force", async () => {
    expect(await warnings("2026-09-30,USD,TMT,0.2857", "NEW")).toEqual(["2 inverted"]);
    expect(await warnings("2026-09-30,USD,TMT,3.50", "NEW")).toEqual([]);
  });

  it("another source's, also where a rate beside it in the line has slipped", async () => {
    const file = "date,KGS,KZT\n2026-09-28,0.01143,440.1\n2026-09-29,0.01143,4401\n";
    const mapping: Mapping = {
      dataset: "FX",
      dimensions: { BASE: { value: "USD" } },
      wide: { dimension: "QUOTE", columns: { KGS: "KGS", KZT: "KZT" } },
    };
    expect((await warningsOf(file, "WIDE", mapping)).toSorted()).toEqual(["3 inverted", "3 scale"]);
  });

  it("nothing where nobody has a rate of that year, nor where it has rates of its own", async () => {
    expect(await warnings("1994-05-10,KGS,USD,12.15", "OLD")).toEqual([]);
    const file = "date,base,quote,rate\n2026-09-28,KGS,USD,87.46\n";
    await importText(pool, file, { source: "MEANT", accept: ["inverted"] });
    expect(await warnings("2026-09-29,KGS,USD,87.47", "MEANT")).toEqual([]);
  });
});

import { expect, it } from "vitest";
import { readText } from "../../support/csv.ts";

const sames = async (text: string) => {
  const { notices } = await readText(text, { source: "NBKR" });
  return notices.filter(({ code }) => code === "same-value");
};

it("R9: two columns of rates with the same value are told, once for each two", async () => {
  const rows = ["17,87.4500,87.4500,0.19", "18,87.4512,95.1200,0.19", "19,87.4600,87.4600,0.19"];
  const text = `date,USD/KGS,EUR/KGS,KZT/KGS\n${rows.map((row) => `2026-11-${row}\n`).join("")}`;
  expect(await sames(text)).toMatchObject([
    {
      line: 2,
      text: "87.4500",
      severity: "notice",
      message:
        "FX/D.EUR.KGS.NBKR on 2026-11-17, 87.4500, is the same as FX/D.USD.KGS.NBKR in this line: was one copied from the other? So 2 times in the file.",
    },
  ]);
});

it.each([
  ["few digits", "date,USD/KGS,EUR/KGS\n2026-11-17,1.00,1.00\n2026-11-18,87.5,87.5\n"],
  ["rows below each other", "date,USD/KGS,EUR/KGS\n2026-11-17,87.4500,\n2026-11-18,,87.4500\n"],
  ["a long file", "date,base,quote,rate\n2026-11-17,USD,KGS,87.4500\n2026-11-17,EUR,KGS,87.4500\n"],
])("R9: nothing is said of %s", async (_, text) => {
  expect(await sames(text)).toEqual([]);
});

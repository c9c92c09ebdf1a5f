import { expect, it } from "vitest";
import { recognise } from "../../../server/csv/recognise.ts";
import { shapes, withFile } from "../../support/csv.ts";

const text = `date,base,quote,rate

# three rows
2026-11-18,USD,KGS,87.4500
2026-11-19,USD,KGS,87.4500
2026-11-20,USD,KGS,87.4500
`;
const within = (maxRows: number) =>
  withFile(text, (path) =>
    recognise(path, { datasets: shapes, request: { source: "NBKR" }, maxRows }),
  );

it("B8: a file over the limit of rows is refused, and the limit is named", async () => {
  await expect(within(2)).rejects.toMatchObject({ kind: "unreadable-file" });
  await expect(within(2)).rejects.toThrow("over 2 rows, the most that Kurs reads at once: cut it");
});

it("T11: where the quotes of every row are damaged, the first is named, with what to do", async () => {
  const damaged = 'date,base,quote,rate\n\n2026-11-18,USD,KGS, "87.45"\n2026-11-19,USD,KGS,5"\n';
  const reading = withFile(damaged, (path) =>
    recognise(path, { datasets: shapes, request: { source: "NBKR" } }),
  );
  await expect(reading).rejects.toThrow(/damaged quotes \(line 3 .*"quotes": "text"/);
});

it("B8: a file of just as many rows is read; blank lines and comments are no rows", async () => {
  expect(await within(3)).toMatchObject({ firstLine: 4, lastLine: 6 });
});

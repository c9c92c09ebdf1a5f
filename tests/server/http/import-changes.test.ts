import { expect, it } from "vitest";
import { startApp } from "../../support/app.ts";
import { importText, ratesFile } from "../../support/import-text.ts";

const app = startApp();
const { pool } = app.database;
const idOf = ({ id }: { id: unknown }) => String(id);
const name = "FX/D.USD.KGS.NBKR";

it("lists what an import added and revised, in the order of series and period, digit for digit, and how many decimals a number has whose zeros are lost when it is parsed", async () => {
  await importText(pool, ratesFile({ "2026-08-01": "87.4500", "2026-08-02": "87.50" }));
  const file =
    "date,base,quote,rate\n2026-08-03,USD,KGS,87.600\n2026-08-02,USD,KGS,87.51\n2026-08-03,EUR,KGS,99.10\n";
  const id = idOf(await importText(pool, file));
  const { body, text } = await app.ask("importChanges", { id });
  expect(body).toEqual({
    changes: [
      {
        series: "FX/D.EUR.KGS.NBKR",
        period: "2026-08-03",
        from: null,
        to: 99.1,
        toDecimals: 2,
        status: "A",
        line: 4,
      },
      {
        ...{ series: name, period: "2026-08-02", from: 87.5, fromDecimals: 2, to: 87.51 },
        ...{ status: "A", line: 3 },
      },
      {
        ...{ series: name, period: "2026-08-03", from: null, to: 87.6, toDecimals: 3 },
        ...{ status: "A", line: 2 },
      },
    ],
    next: null,
  });
  expect(text).toContain('"from":87.50,"fromDecimals":2,"to":87.51');
  expect(text).toContain('"to":87.600');
});

it("tells of an undo what it withdrew and what it restored", async () => {
  await importText(pool, ratesFile({ "2026-07-01": "87.1" }));
  const report = await importText(pool, ratesFile({ "2026-07-01": "87.2", "2026-07-02": "87.3" }));
  const headers = { Authorization: `Bearer ${app.token}` };
  const undone = await app.ask("postUndo", { id: idOf(report) }, {}, { headers });
  const { body } = await app.ask("importChanges", { id: idOf(undone.body) });
  expect(body.changes).toEqual([
    { series: name, period: "2026-07-01", from: 87.2, to: 87.1, status: "A", line: 2 },
    { series: name, period: "2026-07-02", from: 87.3, to: null, status: null, line: null },
  ]);
});

it("pages fit together, in JSON and in CSV, and end with the last change", async () => {
  const days = Array.from({ length: 7 }, (_, i) => `2026-06-0${i + 1}`);
  const id = idOf(
    await importText(pool, ratesFile(Object.fromEntries(days.map((day) => [day, "87.7"])))),
  );
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string> = { limit: "3", ...(cursor !== null && { cursor }) };
    const { body } = await app.ask("importChanges", { id }, query);
    seen.push(...body.changes.map(({ period }) => period));
    cursor = body.next;
  } while (cursor !== null);
  expect(seen).toEqual(days);

  const lines: string[] = [];
  let path: string | undefined = `/api/v1/imports/${id}/changes?format=csv&limit=4`;
  while (path !== undefined) {
    const response: Response = await fetch(`${app.address}${path}`);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const [header, ...rows] = (await response.text()).trimEnd().split("\r\n");
    expect(header).toBe("series,period,from,to,status,line");
    lines.push(...rows);
    path = /^<([^>]+)>; rel="next"$/.exec(response.headers.get("link") ?? "")?.[1];
  }
  expect(lines).toEqual(days.map((day, i) => `${name},${day},,87.7,A,${i + 2}`));
});

it("gives CSV to who accepts only that", async () => {
  const response = await fetch(`${app.address}/api/v1/imports/1/changes`, {
    headers: { Accept: "text/csv" },
  });
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
});

it.each([
  ["an import that is not there", "99999/changes", "not-found"],
  ["a cursor of its own making", "1/changes?cursor=abc", "invalid-query"],
  [
    "a cursor with a day that is none",
    `1/changes?cursor=${Buffer.from('["A","2026-02-31"]').toString("base64url")}`,
    "invalid-query",
  ],
])("refuses %s", async (_, path, kind) => {
  expect((await app.refused(`/api/v1/imports/${path}`)).body.type).toBe(`/problems/${kind}`);
});

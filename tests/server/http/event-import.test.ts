import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { startApp } from "../../support/app.ts";

const app = startApp();

const columns = "start,end,countries,kind,title,text,source_name,source_url";
const sent = (body: string | Uint8Array<ArrayBuffer>, type = "text/csv"): RequestInit => ({
  method: "POST",
  headers: { Authorization: `Bearer ${app.token}`, "Content-Type": type },
  body,
});
const bring = async (text: string) => (await app.ask("importEvents", {}, {}, sent(text))).body;
const bad = async (text: string) => (await app.refused("/api/v1/events/import", sent(text))).body;
const total = async () => (await app.ask("events")).body.total;

describe("POST /api/v1/events/import", () => {
  it("adds what is new and leaves what is there, as the fixtures were loaded", async () => {
    const file = readFileSync("fixtures/events.csv");
    const packed = await app.ask("importEvents", {}, {}, sent(gzipSync(file), "application/gzip"));
    expect(packed.body).toEqual({ added: 0, translated: 0, unchanged: 14 });
    expect(packed.response.status).toBe(200);
    const more = `${file.toString()}2026-01-05,,,trade,New corridor,A railway was opened.,Kabar,,en\n`;
    expect(await bring(more)).toEqual({ added: 1, translated: 0, unchanged: 14 });
    expect((await app.ask("events")).body.events[0]).toMatchObject({
      title: "New corridor",
      countries: [],
      source: { name: "Kabar", url: null },
    });
  });

  it("makes one event of its lines in several languages", async () => {
    const lines = [
      `lang,${columns}`,
      "ru,2026-02-01,2026-02-03,KG KZ,energy,Авария,Свет погас.,Кабар,",
      "en,2026-02-01,2026-02-03,KZ KG,energy,Blackout,The lights went out.,Кабар,",
      "en,2026-02-01,2026-02-03,KG KZ,energy,Coal,Coal was short.,Кабар,",
      "ky,2026-02-01,2026-02-03,KG KZ,energy,Көмүр,Көмүр жетпеди.,Кабар,",
    ];
    // Both events lack Kyrgyz, so its line could be of either.
    expect(await bad(`${lines.join("\n")}\n`)).toMatchObject({
      type: "/problems/rejected-rows",
      errors: [{ line: 5, message: expect.stringContaining("lines 2 and 4") as string }],
    });
    expect(await bring(`${lines.slice(0, 4).join("\n")}\n`)).toMatchObject({ added: 2 });
    const russian = await app.ask("events", {}, { q: "blackout", lang: "ru" });
    expect(russian.body.events).toMatchObject([{ title: "Авария", text: "Свет погас." }]);
  });

  it("counts all faults of a file and shows the first thousand", async () => {
    const problem = await bad(`${columns}\n${"x\n".repeat(1_200)}`);
    expect(problem.detail).toContain("1200 faults");
    expect(problem.errors).toHaveLength(1_000);
  });

  it("gives an event that is there the languages that it lacks", async () => {
    const day = "2025-11-26,,KZ,energy";
    const source = "The Times of Central Asia,https://timesca.com";
    const line = `${day},КМГ чечимди четке какты,Эч нерсе чечилген жок.,${source},ky`;
    expect(await bring(`${columns},lang\n${line}\n`)).toEqual({
      added: 0,
      translated: 1,
      unchanged: 0,
    });
    expect(await bring(`${columns},lang\n${line}\n`)).toMatchObject({ unchanged: 1 });
    const { body } = await app.ask("events", {}, { q: "четке" });
    expect(body.events).toMatchObject([{ title: "KMG denies decision on refinery sale" }]);
  });

  it("refuses the whole file and names every bad line", async () => {
    const before = await total();
    const lines = [
      columns,
      "2026-03-01,,KZ,trade,Good,Good text.,Kabar,",
      "2026-02-30,,KZ,trade,Title,Text.,Kabar,",
      "2026-03-01,2026-02-01,KZ,trade,Title,Text.,Kabar,",
      "2026-03-01,,KAZ,weather,Title,Text.,Kabar,",
      "2026-03-01,,KZ,trade,Title,Text.,Kabar",
      '2026-03-01,,KZ,trade,"Title" x,Text.,Kabar,',
      "2026-03-01,,KZ,trade,,Text.,Kabar,javascript:alert(1)",
    ];
    const { type, errors, detail } = await bad(`${lines.join("\n")}\n`);
    expect(type).toBe("/problems/rejected-rows");
    expect(detail).toContain("nothing was stored");
    expect(errors?.map(({ line }) => line)).toEqual([3, 4, 5, 5, 6, 7, 8, 8]);
    expect(await total()).toBe(before);
  });

  it.each([
    ["", "unreadable-file", "no lines"],
    ["<!doctype html><html></html>", "unreadable-file", "HTML"],
    ["start,end,countries,kind,title,text,source_name\n", "rejected-rows", "source_url is missing"],
    [`${columns},colour\n`, "rejected-rows", "no column colour"],
    [`${columns},start\n`, "rejected-rows", "start is there twice"],
    [`${columns},lang\n2026-03-01,,,trade,T,T,K,,de\n`, "rejected-rows", "lang"],
    [`${columns},lang\n2026-03-01,,,trade,T,T,K,,ru\n`, "rejected-rows", "no English text"],
    [`${columns}\n2026-03-01,,,trade,T\u0000,T,K,\n`, "rejected-rows", "no text"],
  ])("refuses %j as %s", async (text, kind, reason) => {
    const problem = await bad(text);
    expect(problem.type).toBe(`/problems/${kind}`);
    expect(problem.detail).toContain(reason);
  });

  it("refuses letters that are no UTF-8, and what is no table", async () => {
    const cyrillic = Buffer.from([0xcd, 0xee, 0xe2, 0xee]);
    const line = Buffer.concat([Buffer.from(`${columns}\n2026-03-01,,,trade,`), cyrillic]);
    const file = Buffer.concat([line, Buffer.from(",T,K,\n")]);
    const { body } = await app.refused("/api/v1/events/import", sent(file));
    expect(body.detail).toContain("not UTF-8");
    const json = await app.refused("/api/v1/events/import", sent("{}", "application/json"));
    expect(json.body.type).toBe("/problems/unsupported-media");
  });
});

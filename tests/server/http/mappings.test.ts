import { describe, expect, it } from "vitest";
import type { Mapping } from "../../../server/contract/mapping.ts";
import { startApp } from "../../support/app.ts";

const app = startApp("fixtures");
const authorized = () => ({ Authorization: `Bearer ${app.token}` });
const som: Mapping = {
  dataset: "FX",
  period: "tag",
  value: "wert",
  dimensions: { BASE: { value: "USD" }, QUOTE: { value: "KGS" } },
};
const put = (name: string, mapping: Mapping) =>
  app.ask(
    "putMapping",
    { name },
    {},
    {
      headers: { ...authorized(), "Content-Type": "application/json" },
      body: JSON.stringify(mapping),
    },
  );
const post = (text: string, query: Record<string, string>) =>
  app.ask("postImport", {}, query, {
    headers: { ...authorized(), "Content-Type": "text/csv" },
    body: text,
  });
const file = (day: string) => `tag;wert\n${day};87.45\n`;

describe("PUT /api/v1/mappings/{name}", () => {
  it("stores a mapping, lists it and gives it back; a second takes the place of the first", async () => {
    expect((await put("som-files", { value: "x" })).body).toEqual({ value: "x" });
    await put("som-files", som);
    expect((await app.ask("mapping", { name: "som-files" })).body).toEqual(som);
    const { mappings } = (await app.ask("mappings")).body;
    expect(mappings.filter(({ name }) => name === "som-files")).toEqual([
      expect.objectContaining({ savedBy: "test" }),
    ]);
  });

  const json = { "Content-Type": "application/json" };
  it.each([
    ["what is no JSON", "x", { headers: json, body: "{" }, "invalid-body"],
    ["a part that no mapping has", "x", { headers: json, body: '{"colour":1}' }, "invalid-body"],
    ["a name that is none", "a%20b", { headers: json, body: "{}" }, "invalid-query"],
    [
      "a picture",
      "x",
      { headers: { "Content-Type": "image/png" }, body: "x" },
      "unsupported-media",
    ],
  ])("refuses %s", async (_, name, { headers, body }, kind) => {
    const init = { method: "PUT", headers: { ...authorized(), ...headers }, body };
    const refused = await app.refused(`/api/v1/mappings/${name}`, init);
    expect(refused.body.type).toBe(`/problems/${kind}`);
  });

  it("needs a token; a mapping that is not there is not found", async () => {
    const init = { method: "PUT", headers: json, body: "{}" };
    const refused = await app.refused("/api/v1/mappings/x", init);
    expect(refused.body.type).toBe("/problems/unauthorized");
    const missing = await app.refused("/api/v1/mappings/nobody");
    expect(missing.body.type).toBe("/problems/not-found");
  });
});

describe("a stored mapping", () => {
  it("is used when it is named, and the report says so", async () => {
    await put("by-name", som);
    const { body } = await post(file("2026-08-01"), { source: "BY", mapping: "by-name" });
    expect(body).toMatchObject({ mappingName: "by-name", counts: { added: 1 } });
    expect((await app.ask("import", { id: String(body.id) })).body.mappingName).toBe("by-name");
  });

  it("of the source's name explains the next file of that source unasked", async () => {
    const init = {
      method: "POST",
      headers: { ...authorized(), "Content-Type": "text/csv" },
      body: file("2026-08-02"),
    };
    const refused = await app.refused("/api/v1/imports?source=NEXT", init);
    expect(refused.body.type).toBe("/problems/needs-mapping");
    await put("NEXT", som);
    const { body } = await post(file("2026-08-02"), { source: "NEXT" });
    expect(body).toMatchObject({ mappingName: "NEXT", counts: { added: 1 } });
  });

  it("does not stand in the way of a file that explains itself", async () => {
    await put("SELF", som);
    const text = "date,base,quote,rate\n2026-08-03,USD,KGS,87.45\n";
    expect((await post(text, { source: "SELF" })).body).toMatchObject({
      mappingName: null,
      counts: { added: 1 },
    });
  });

  it("that does not fit is told beside what the file lacks", async () => {
    await put("UNFIT", { ...som, value: "kurs" });
    const headers = { ...authorized(), "Content-Type": "text/csv" };
    const init = { method: "POST", headers, body: file("2026-08-04") };
    const { body } = await app.refused("/api/v1/imports?source=UNFIT", init);
    expect(body.type).toBe("/problems/needs-mapping");
    expect(body.detail).toContain("The stored mapping UNFIT does not fit:");
    expect(body.missing).toBeDefined();
  });

  it("that nobody stored is refused by its name", async () => {
    const headers = { ...authorized(), "Content-Type": "text/csv" };
    const init = { method: "POST", headers, body: file("2026-08-05") };
    const { body } = await app.refused("/api/v1/imports?source=A&mapping=nobody", init);
    expect(body).toMatchObject({
      type: "/problems/invalid-query",
      errors: [{ parameter: "mapping" }],
    });
  });

  it("whose pattern would try for hours to match a text is refused instead", async () => {
    const form = new FormData();
    const pattern = "^(?<code>(a+)+)$";
    form.append("mapping", JSON.stringify({ dimensions: { BASE: { column: "base", pattern } } }));
    const row = `2026-08-06,${"a".repeat(60)}!,KGS,87.45`;
    form.append("file", new Blob([`date,base,quote,rate\n${row}\n`]), "a.csv");
    const init = { method: "POST", headers: authorized(), body: form };
    const { body } = await app.refused("/api/v1/imports?source=SLOW&dataset=FX", init);
    expect(body).toMatchObject({
      type: "/problems/invalid-body",
      errors: [{ parameter: "pattern" }],
    });
  });

  it("with what is no text is refused", async () => {
    for (const text of ["\\ud800", "a\\udc00"]) {
      const init = {
        method: "PUT",
        headers: { ...authorized(), "Content-Type": "application/json" },
        body: `{"dataset":"${text}"}`,
      };
      const { body } = await app.refused("/api/v1/mappings/halves", init);
      expect(body.type).toBe("/problems/invalid-body");
    }
    await put("whole", { dataset: "😀" });
  });
});

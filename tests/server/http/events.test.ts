import { describe, expect, it } from "vitest";
import { startApp } from "../../support/app.ts";
import { postRates } from "../../support/post-rates.ts";

const app = startApp();

const sent = (body: unknown, method = "POST", token = app.token): RequestInit => ({
  method,
  headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
  body: JSON.stringify(body),
});
const summit = {
  start: "2026-09-10",
  end: "2026-09-11",
  countries: ["KG", "UZ"],
  kind: "politics",
  title: { en: "Summit of the region", uz: "Mintaqa sammiti: Oʻzbekiston" },
  text: "Leaders met in Bishkek.",
  source: { name: "Kabar", url: "https://kabar.kg/" },
};
const post = async (event: unknown) => (await app.ask("postEvent", {}, {}, sent(event))).body;

describe("GET /api/v1/events", () => {
  it("searches title and text, word by word, in every language", async () => {
    const titles = async (q: string) =>
      (await app.ask("events", {}, { q })).body.events.map(({ title }) => title);
    expect(await titles("TENGE devalued")).toEqual(["Tenge devalued"]);
    expect(await titles("тенге")).toEqual(await titles("tenge"));
    expect(await titles("liquefied zhanaozen")).toEqual(["Protests over fuel prices"]);
    expect(await titles("tenge sum")).toEqual([]);
  });

  it("counts all that match on every page", async () => {
    const first = await app.ask("events", {}, { q: "the", limit: "2" });
    expect(first.body.events).toHaveLength(2);
    const query = { q: "the", limit: "1000", cursor: first.body.next ?? "" };
    const rest = await app.ask("events", {}, query);
    expect(rest.body.events).toHaveLength(first.body.total - 2);
    expect(rest.body).toMatchObject({ total: first.body.total, next: null });
  });

  it.each([
    ["start=2022-02&end=2022-01", "start"],
    ["country=KZ-15", "country"],
    ["kind=weather", "kind"],
    ["q=%00", "q"],
    ["q=%25", "q"],
    ["limit=0", "limit"],
    ["cursor=WyIyMDI2LTAxLTAxIiw5ZTE1XQ", "cursor"],
    ["cursor=WyJGWCIsIkQuVVNEIl0", "cursor"],
    ["asOf=2026-01-01", "asOf"],
  ])("refuses %s and names %s", async (query, parameter) => {
    const { body } = await app.refused(`/api/v1/events?${query}`);
    expect(body).toMatchObject({ type: "/problems/invalid-query", errors: [{ parameter }] });
  });
});

describe("POST, PUT and DELETE of events", () => {
  it("add one, give it in each language, write it anew and remove it, told by the very next answer", async () => {
    const before = (await app.ask("events")).body.total;
    const { body: added, response } = await app.ask("postEvent", {}, {}, sent(summit));
    const id = String(added.id);
    expect(response.status).toBe(201);
    expect(response.headers.get("location")).toBe(`/api/v1/events/${id}`);
    expect(added).toMatchObject({ ...summit, title: "Summit of the region" });
    expect((await app.ask("event", { id })).body).toEqual(added);
    expect((await app.ask("event", { id }, { lang: "uz" })).body.title).toContain("sammiti");
    const found = await app.ask("events", {}, { q: "ўзбекистон саммит" });
    expect(found.body.events.map((event) => event.id)).toEqual([added.id]);

    const again = { ...summit, end: null, title: "Summit", source: { name: "Kabar" } };
    const { body: changed } = await app.ask("putEvent", { id }, {}, sent(again, "PUT"));
    expect(changed).toMatchObject({ id: added.id, end: null, title: "Summit" });
    expect(changed.source.url).toBeNull();
    expect((await app.ask("event", { id }, { lang: "uz" })).body).toEqual(changed);

    const removed = await app.ask("deleteEvent", { id }, {}, sent(undefined, "DELETE"));
    expect(removed.body).toEqual(changed);
    expect((await app.refused(`/api/v1/events/${id}`)).body.type).toBe("/problems/not-found");
    expect((await app.ask("events")).body.total).toBe(before);
  });

  it("tell in which language each text is, and of one event give the texts in all", async () => {
    const { id, written } = await post(summit);
    expect(written).toEqual({ title: summit.title, text: { en: summit.text } });
    const { body } = await app.ask("event", { id: String(id) }, { lang: "uz" });
    expect(body).toMatchObject({ written, languages: { title: "uz", text: "en" } });
    const listed = await app.ask("events", {}, { q: "sammiti", lang: "tg" });
    expect(listed.body.events).toMatchObject([{ languages: { title: "en", text: "en" } }]);
    await app.ask("deleteEvent", { id: String(id) }, {}, sent(undefined, "DELETE"));
  });

  it("make a reader's copy of the events an old one, which no import does", async () => {
    const { response } = await app.ask("events");
    const known = { "If-None-Match": response.headers.get("etag") ?? "" };
    const statusNow = async () =>
      (await fetch(`${app.address}/api/v1/events`, { headers: known })).status;
    await postRates(app, { "2026-08-17": "87.45" });
    expect(await statusNow()).toBe(304);
    await post(summit);
    expect(await statusNow()).toBe(200);
  });

  it("keep who wrote it last", async () => {
    const { id } = await post(summit);
    const text = "select written_by from event where event_id = $1";
    const { rows } = await app.database.pool.query(text, [id]);
    expect(rows).toEqual([{ written_by: "test" }]);
  });

  it("are refused without a token, before anything else is looked at", async () => {
    const requests: [string, RequestInit][] = [
      ["/api/v1/events", sent(summit, "POST", "kurs_no")],
      ["/api/v1/events/import", sent(summit, "POST", "kurs_no")],
      ["/api/v1/events/1", sent(summit, "PUT", "kurs_no")],
      ["/api/v1/events/1", { method: "DELETE" }],
      ["/api/v1/events/nothing?x=1", { method: "DELETE" }],
    ];
    for (const [path, init] of requests)
      expect((await app.refused(path, init)).body.type, path).toBe("/problems/unauthorized");
  });

  it.each([
    [{ ...summit, start: undefined }, "start"],
    [{ ...summit, start: "2026-02-30" }, "start"],
    [{ ...summit, start: "0000-01-01" }, "start"],
    [{ ...summit, start: 5 }, "start"],
    [{ ...summit, end: "2026-09-09" }, "end"],
    [{ ...summit, countries: ["KGZ"] }, "countries.0"],
    [{ ...summit, countries: ["KG", "XX"] }, "countries.1"],
    [{ ...summit, kind: "weather" }, "kind"],
    [{ ...summit, title: " " }, "title"],
    [{ ...summit, title: { ru: "Саммит" } }, "title"],
    [{ ...summit, text: { en: "a\0b" } }, "text.en"],
    [{ ...summit, source: { name: "x", url: "javascript:alert(1)" } }, "source.url"],
    [{ ...summit, source: {} }, "source.name"],
    [{ ...summit, source: { name: "x", page: 1 } }, "source.page"],
    [{ ...summit, id: 5 }, "id"],
  ])("refuse a wrong event and name the field: %#", async (event, parameter) => {
    const { body } = await app.refused("/api/v1/events", sent(event));
    expect(body).toMatchObject({ type: "/problems/invalid-body", errors: [{ parameter }] });
  });

  it.each(["nothing", "99999999", "99999999999999", "1.5", "-1"])(
    "know no event %s",
    async (id) => {
      const path = `/api/v1/events/${id}`;
      for (const init of [{}, sent(summit, "PUT"), sent(undefined, "DELETE")])
        expect((await app.refused(path, init)).body.type).toBe("/problems/not-found");
    },
  );
});

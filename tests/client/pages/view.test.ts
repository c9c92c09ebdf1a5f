import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainView, readView, type View, writeView } from "../../../client/pages/view.ts";
import { ranges } from "../../../client/pages/view-values.ts";
import { seriesName, view } from "./arbitrary-view.ts";

describe("writeView", () => {
  it("writes a query that reads back as the same view, with nothing ignored", () => {
    fc.assert(
      fc.property(view, (asked) => {
        expect(readView(writeView(asked))).toEqual({ view: asked, ignored: [] });
      }),
    );
  });

  it("writes nothing of a plain view, and keys in alphabetical order", () => {
    expect(writeView(plainView)).toBe("");
    fc.assert(
      fc.property(view, (asked) => {
        const keys = [...new URLSearchParams(writeView(asked)).keys()];
        expect(keys).toEqual([...keys].sort());
      }),
    );
  });

  it("writes one view in one way, however its query was written", () => {
    fc.assert(
      fc.property(view, (asked) => {
        const backwards = writeView(asked).slice(1).split("&").reverse().join("&");
        expect(writeView(readView(backwards).view)).toBe(writeView(asked));
      }),
    );
  });

  it("leaves the slash and the tilde of series to be read by people", () => {
    const s = ["usd-kgs", "TRADE/A.KG.IMPORTS.USD_MN"];
    expect(writeView({ ...plainView, s })).toBe("?s=usd-kgs~TRADE/A.KG.IMPORTS.USD_MN");
  });
});

describe("readView", () => {
  it("leaves out what it does not know, and tells it as it was written", () => {
    const { view: read, ignored } = readView(
      "?scale=foo&range=7x&from=2026-02-30&dir=inv&m=<b>&x=1",
    );
    expect(read).toEqual({ ...plainView, dir: "inv" });
    expect(ignored).toEqual(["scale=foo", "range=7x", "from=2026-02-30", "m=<b>", "x=1"]);
  });

  it.each([
    ["range", "ytd"],
    ["as", "yoy"],
    ["scale", "log"],
    ["freq", "q"],
    ["agg", "eop"],
    ["base", "2026-03"],
    ["ev", "0"],
    ["ev", "12~15"],
    ["t", "2026-W47"],
    ["t", "2026-Q4"],
    ["asof", "2026-11-20"],
    ["uniform", "0"],
    ["year", "2024"],
    ["view", "tiles"],
    ["focus", "usd-kgs"],
    ["focus", "KZ-15"],
    ["source", "PWT"],
  ])("takes %s=%s", (key, value) => {
    const { view: read, ignored } = readView(`?${key}=${value}`);
    expect(ignored).toEqual([]);
    expect(read[key as keyof View]).toBe(value);
  });

  it.each([
    "as=growth",
    "base=2026-13",
    "freq=h",
    "agg=max",
    "t=today",
    "t=2026-W54",
    "asof=2026-11",
    "ev=2~",
    "year=26",
    "ci=yes",
    "uniform=2",
    "s=usd-usd",
    "s=trade/a.kg",
    "focus=a%20b",
  ])("ignores %s", (query) => {
    const { view: read, ignored } = readView(`?${query}`);
    expect(read).toEqual(plainView);
    expect(ignored).toEqual([decodeURIComponent(query)]);
  });

  it("takes the first eight series, each once, and tells the rest", () => {
    fc.assert(
      fc.property(fc.uniqueArray(seriesName, { minLength: 9, maxLength: 12 }), (names) => {
        const { view: read, ignored } = readView(`?s=${names.join("~")}~${names[0]}`);
        expect(read.s).toEqual(names.slice(0, 8));
        expect(ignored).toEqual([`s=${names.slice(8).join("~")}`]);
      }),
    );
  });

  it("takes no span that ends before it begins", () => {
    const { view: read, ignored } = readView("?from=2026-03&to=2025");
    expect([read.from, read.to]).toEqual([null, null]);
    expect(ignored).toEqual(["from=2026-03", "to=2025"]);
    expect(readView("?from=2026-03-15&to=2026").ignored).toEqual([]);
  });

  it("never fails, whatever is asked, and gives only ranges that there are", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (key, value) => {
        const query = new URLSearchParams([
          [key, value],
          ["range", value],
        ]).toString();
        expect(ranges).toContain(readView(`?${query}`).view.range);
      }),
    );
  });
});

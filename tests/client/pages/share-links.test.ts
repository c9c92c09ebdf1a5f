import { expect, it } from "vitest";
import { shareLinks } from "../../../client/pages/share-links.ts";
import { plainView, readView } from "../../../client/pages/view.ts";

it("one link goes on with the figures, the other stays at the dates that are shown, and as of the day", () => {
  const view = { ...plainView, range: "5y", asof: "2026-11-20", scale: "log" } as const;
  expect(shareLinks(view, "2021-11-19", "2026-11-20")).toEqual({
    live: "?range=5y&scale=log",
    frozen: "?asof=2026-11-20&from=2021-11-19&scale=log&to=2026-11-20",
  });
  const frozen = { ...plainView, from: "1990", to: "1991" };
  expect(shareLinks(frozen, "1990", "1991")).toEqual({ live: "", frozen: "?from=1990&to=1991" });
});

it("weeks, quarters and half-years stay at their days, which the address takes back", () => {
  const { frozen } = shareLinks(plainView, "2026-W34", "2026-Q4");
  expect(frozen).toBe("?from=2026-08-17&to=2026-12-31");
  expect(readView(frozen)).toMatchObject({ ignored: [], view: { from: "2026-08-17" } });
});

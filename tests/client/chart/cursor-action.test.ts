import { describe, expect, it } from "vitest";
import { cursorAction, type CursorPlace } from "../../../client/chart/cursor-action.ts";

const days = (...list: string[]) => list.map((day) => Date.parse(day));
const place: CursorPlace = {
  lines: [
    { moments: days("2026-01-01", "2026-01-02", "2026-02-05", "2026-06-01"), frequency: "D" },
    { moments: days("2026-01-02", "2026-05-30"), frequency: "D" },
  ],
  line: 0,
  at: 1,
  events: days("2026-01-20", "2026-05-31", "2027-01-01"),
};
const act = (key: string, more: Partial<CursorPlace> = {}, code = "") =>
  cursorAction({ key, code }, { ...place, ...more });

describe("a key", () => {
  it.each([
    ["ArrowLeft", { kind: "move", line: 0, at: 0 }],
    ["ArrowRight", { kind: "move", line: 0, at: 2 }],
    ["Home", { kind: "move", line: 0, at: 0 }],
    ["End", { kind: "move", line: 0, at: 3 }],
    ["PageDown", { kind: "move", line: 0, at: 2 }],
    ["PageUp", { kind: "move", line: 0, at: 0 }],
    ["ArrowDown", { kind: "focus", line: 1, at: 0 }],
    ["ArrowUp", { kind: "focus", line: 1, at: 0 }],
    ["Enter", { kind: "pin" }],
    ["Escape", { kind: "release" }],
    ["?", { kind: "keys" }],
    ["0", { kind: "range", span: null }],
    ["]", { kind: "move", line: 0, at: 2 }],
    ["[", { kind: "move", line: 0, at: 1 }],
  ])("%s does %j", (key, action) => {
    expect(act(key)).toEqual(action);
  });

  it.each([
    ["t", "KeyT", "table"],
    ["T", "KeyT", "table"],
    ["е", "KeyT", "table"],
    ["ш", "KeyI", "direction"],
    ["д", "KeyL", "scale"],
  ])("%s asks for the same choice in any layout", (key, code, choice) => {
    expect(act(key, {}, code)).toEqual({ kind: "choice", choice });
  });

  it("х and ъ stand where the brackets are", () => {
    expect(act("ъ", { at: 2 }, "BracketRight")).toEqual({ kind: "move", line: 0, at: 3 });
    expect(act("х", { at: 3 }, "BracketLeft")).toEqual({ kind: "move", line: 0, at: 2 });
  });

  it.each(["a", "Tab", " ", "F5"])("%s is the page's", (key) => {
    expect(act(key)).toBeNull();
  });
});

describe("the range", () => {
  it("halves around the cursor and stays within what is seen", () => {
    expect(act("+", { at: 2 })).toEqual({
      kind: "range",
      span: { from: "2026-01-01", to: "2026-03-14" },
    });
  });

  it("doubles around the cursor", () => {
    expect(act("-", { at: 2 })).toEqual({
      kind: "range",
      span: { from: "2025-09-07", to: "2026-07-06" },
    });
  });

  it("is never narrower than a week", () => {
    const lines = [{ moments: days("2026-01-05", "2026-01-06"), frequency: "D" as const }];
    expect(act("+", { lines, at: 1 })).toEqual({
      kind: "range",
      span: { from: "2026-01-05", to: "2026-01-06" },
    });
  });
});

it("a chart without lines has no keys", () => {
  expect(act("ArrowLeft", { lines: [] })).toBeNull();
});

import { expect, it } from "vitest";
import { readBlock } from "../../../client/api/changes.ts";

it("readBlock reads where the stream stands, an import, and nothing from a comment", () => {
  const change = { id: 8, at: "2026-11-20T14:02:00Z", undoes: null, seriesCount: 0, series: [] };
  expect(readBlock("retry: 3000\nid: 7")).toEqual({ id: 7, change: null });
  expect(readBlock(`id: 8\nevent: import\ndata: ${JSON.stringify(change)}`)).toEqual({
    id: 8,
    change,
  });
  expect(readBlock(": nothing new")).toBeNull();
});

import { expect, it } from "vitest";
import { decodeFile } from "../../../server/csv/decode.ts";
import { withFile } from "../../support/csv.ts";

it.each([
  ["utf-8", Buffer.from("\uFEFFсом\n".repeat(30_000))],
  ["windows-1251", Buffer.alloc(200_000, 0xf1)],
  ["utf-16le", Buffer.from("сом\n".repeat(30_000), "utf16le")],
])(
  "decodeFile(path, %j, onBytes) tells the file's own bytes, piece by piece, before their text",
  async (encoding, content) => {
    await withFile(content, async (path) => {
      const told: number[] = [];
      const toldBefore: number[] = [];
      for await (const text of decodeFile(path, encoding, (bytes) => told.push(bytes))) {
        if (text.length > 0) toldBefore.push(told.length);
      }
      expect(told.at(-1)).toBe(content.length);
      expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
      expect(toldBefore).toEqual(told.map((_, i) => i + 1));
    });
  },
);

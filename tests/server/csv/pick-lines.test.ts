import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { pickLines } from "../../../server/csv/pick-lines.ts";

async function picked(bytes: string | Buffer, encoding: string, wanted: number[]) {
  const folder = await mkdtemp(join(tmpdir(), "kurs-lines-"));
  try {
    const path = join(folder, "file");
    await writeFile(path, bytes);
    return await pickLines(path, encoding, new Set(wanted));
  } finally {
    await rm(folder, { recursive: true });
  }
}

it("has the lines that are wanted, whatever ends them", async () => {
  const line = fc.stringMatching(/^[a-zа-я;,"]{0,20}$/);
  const end = fc.constantFrom("\n", "\r\n", "\r");
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), end, async (lines, mark) => {
      const wanted = lines.map((_, at) => at + 1).filter((at) => at % 2 === 0);
      const expected = wanted.map((at) => ({ line: at, text: lines[at - 1] }));
      expect(await picked(lines.join(mark), "utf-8", wanted)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

it("reads other encodings, cuts a long line, and knows no line below the last", async () => {
  expect(await picked(Buffer.from([0xc0, 0x0a, 0xe0]), "windows-1251", [2, 9])).toEqual([
    { line: 2, text: "а" },
  ]);
  const [only] = await picked("x".repeat(5_000), "utf-8", [1]);
  expect(only?.text.length).toBe(1_000);
});

import { readFile, stat } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { unpackedName, unpacking } from "../../../server/import/unpack.ts";
import { withFile } from "../../support/csv.ts";

const text = "date,base,quote,rate\n2026-08-01,USD,KGS,87.4500\n";
const read = (content: string | Buffer, maxBytes?: number) =>
  withFile(content, (path) => unpacking(path, (found) => readFile(found, "utf8"), maxBytes));

it("unpacking(path, work) gives what is in a gzip file, and a plain file as it lies there", async () => {
  expect(await read(gzipSync(text))).toBe(text);
  await withFile(text, async (path) => {
    expect(await unpacking(path, (found) => Promise.resolve(found))).toBe(path);
  });
});

it("unpacking(path, work) removes what it unpacked", async () => {
  const path = await withFile(gzipSync(text), (packed) =>
    unpacking(packed, (found) => Promise.resolve(found)),
  );
  await expect(stat(path)).rejects.toThrow("ENOENT");
});

it("unpacking(path, work, maxBytes) counts what comes out", async () => {
  const packed = gzipSync("1,2\n".repeat(10_000));
  expect(packed.length).toBeLessThan(1_000);
  expect(await read(packed, 40_000)).toHaveLength(40_000);
  await expect(read(packed, 39_999)).rejects.toMatchObject({ kind: "too-large" });
});

it.each([
  ["is cut off", gzipSync(text).subarray(0, -9), /damaged or cut off/],
  ["unpacks to over 100 times its size", gzipSync(Buffer.alloc(40_000_000)), /over 100 times/],
  ["holds another", gzipSync(gzipSync(text)), /holds another gzip file/],
])("a gzip file that %s is refused", async (_, packed, message) => {
  const error = { kind: "unreadable-file", message: expect.stringMatching(message) as string };
  await expect(read(packed)).rejects.toMatchObject(error);
});

it.each([
  ["rates.csv.gz", "rates.csv"],
  ["RATES.CSV.GZ", "RATES.CSV"],
  ["rates.csv", "rates.csv"],
  [null, null],
])("unpackedName(%j) is %j", (name, unpacked) => {
  expect(unpackedName(name)).toBe(unpacked);
});

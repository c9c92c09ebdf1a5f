import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { inspectFile } from "../../../server/csv/inspect-file.ts";
import { KursError } from "../../../server/domain/kurs-error.ts";
import { readText, withFile } from "../../support/csv.ts";

const inspect = (content: string | Buffer, chosen?: string) =>
  withFile(content, (path) => inspectFile(path, chosen));

it.each([
  ["plain ASCII", Buffer.from("a,b\n"), "utf-8"],
  ["B1: UTF-8 with its mark", Buffer.from("\uFEFFa,сом\n"), "utf-8"],
  ["B2: UTF-16LE with its mark", Buffer.from("fffe610062000a00", "hex"), "utf-16le"],
  ["B2: UTF-16BE with its mark", Buffer.from("feff00610062000a", "hex"), "utf-16be"],
  ["a gzip of UTF-8", gzipSync("a,сом\n"), "utf-8"],
])("inspectFile finds the encoding of %s", async (_, bytes, encoding) => {
  expect(await inspect(bytes)).toEqual({ encoding });
});

it("B3: inspectFile reads UTF-8 whose letters lie across the edges of pieces", async () => {
  for (const before of [0, 1, 2, 3]) {
    const text = "a".repeat(65_536 - 3 + before) + "ң₸😀".repeat(3);
    expect(await inspect(text), String(before)).toEqual({ encoding: "utf-8" });
  }
});

it("B3: one wrong byte far down, or a letter cut at the end, and the encoding is asked for", async () => {
  const far = Buffer.concat([Buffer.from("a,b\n".repeat(50_000)), Buffer.from([0xf1, 0x0a])]);
  await expect(inspect(far)).rejects.toMatchObject({ kind: "needs-mapping" });
  const cut = Buffer.from("сом").subarray(0, 5);
  await expect(inspect(cut)).rejects.toMatchObject({ kind: "needs-mapping" });
});

it("B3: the question for the encoding shows the file's lines in each, windows-1251 first", async () => {
  const error: unknown = await inspect(Buffer.from("caeef02c310a", "hex")).catch((e: unknown) => e);
  const { members } = error as KursError;
  expect(members.missing).toEqual(["encoding"]);
  expect(members.candidates).toMatchObject({
    encoding: expect.arrayContaining(["koi8-r"]) as unknown,
  });
  expect((members.sample as string[])[0]).toContain("windows-1251: Кор,1");
});

it("a chosen encoding is taken, by any of its names", async () => {
  expect(await inspect(Buffer.from("caeef02c310a", "hex"), "cp1251")).toEqual({
    encoding: "windows-1251",
  });
});

it("B1: a file that begins with UTF-8's mark is UTF-8, whatever its publisher's mapping says", async () => {
  expect(await inspect("\uFEFFДата,Курс\n", "windows-1251")).toEqual({ encoding: "utf-8" });
});

it("an unknown encoding, or one that the file is not in, is refused", async () => {
  await expect(inspect("a,b\n", "latin-17")).rejects.toThrow("knows no encoding latin-17");
  const odd = Buffer.from("00d80a00", "hex");
  await expect(inspect(odd, "utf-16le")).rejects.toThrow("not in utf-16le");
});

it.each(["utf-16le", "utf-16be"])("B2: Cyrillic %s without its mark is proposed", async (name) => {
  const text = Buffer.from(
    `Национальный банк;;;\n${"Дата;Курс\n05.01.2024;87,45\n".repeat(9)}`,
    "utf16le",
  );
  const bytes = name === "utf-16be" ? text.swap16() : text;
  await expect(inspect(bytes)).rejects.toMatchObject({
    kind: "needs-mapping",
    members: { candidates: { encoding: [name] } },
  });
});

it("B6: binary data is told by its byte", async () => {
  const bytes = Buffer.concat([Buffer.from("a,b\n".repeat(20_000)), Buffer.from([0])]);
  await expect(inspect(bytes)).rejects.toThrow("binary data at byte 80000");
});

it("reading arbitrary bytes throws nothing but a KursError", async () => {
  const csvLike = fc.string({
    unit: fc.constantFrom("a", "1", ",", ";", '"', "\n", "\r", "2026-11-20"),
  });
  const header = fc.constantFrom(
    "",
    "date,base,quote,rate\n",
    "series,period,value\n",
    "date,USD/KGS\n",
  );
  const text = fc.tuple(header, csvLike).map(([head, rest]) => Buffer.from(head + rest));
  const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
  const gzip = bytes.map((inside) => Buffer.concat([Buffer.from([0x1f, 0x8b, 8]), inside]));
  await fc.assert(
    fc.asyncProperty(fc.oneof(text, bytes, gzip), async (content) => {
      const error: unknown = await readText(content, { source: "NBKR" }).catch((e: unknown) => e);
      if (error instanceof Error) expect(error).toBeInstanceOf(KursError);
    }),
    { numRuns: 600 },
  );
});

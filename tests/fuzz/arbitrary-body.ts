import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { hostileText } from "./hostile.ts";

/** A body and what it says it is. */
export interface Body {
  bytes: Buffer;
  type: string;
}

const boundary = "----kurs";
const form = `multipart/form-data; boundary=${boundary}`;

/** Small, and big once unpacked. */
const bombs = [
  gzipSync(Buffer.alloc(60_000_000)),
  gzipSync(gzipSync(Buffer.alloc(30_000_000, "1,"))),
  gzipSync(`date,base,quote,rate\n${"2026-01-01,USD,KGS,87.1\n".repeat(400_000)}`),
];

const event = {
  start: "2026-08-20",
  end: null,
  countries: ["KZ"],
  kind: "regime",
  title: { en: "Tenge floated" },
  text: "The trading band was given up.",
  source: { name: "A bank", url: "https://example.org" },
};
const source = { name: { en: "A bank" }, homepage: "https://example.org", rank: 90 };
const mapping = {
  dataset: "FX",
  delimiter: ";",
  period: "data",
  dateFormat: "DD.MM.YYYY",
  value: { column: "curs" },
  dimensions: { FREQ: { value: "D" }, BASE: { value: "USD" }, QUOTE: { column: "code" } },
};

const jsonValue = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  hostileText,
  fc.constantFrom<unknown>(-1, 1e308, 2 ** 53, "", [], {}, null, [[]], { en: 1 }),
);

/** A valid object with some of it replaced, added or left out; or any JSON; or nearly JSON. */
const jsonBody: fc.Arbitrary<Body> = fc
  .oneof(
    fc.constantFrom(event, source, mapping).map((value) => JSON.stringify(value)),
    fc
      .tuple(fc.constantFrom<object>(event, source, mapping), fc.dictionary(fieldName(), jsonValue))
      .map(([whole, changes]) => JSON.stringify({ ...whole, ...changes })),
    fc.json(),
    fc.constantFrom(
      ...["[".repeat(50_000), `{"a":${"[".repeat(3_000)}${"]".repeat(3_000)}}`, "{", "", "null"],
      ...['{"__proto__":{"by":"x"}}', '{"start":"a","start":"b"}', "1e999999", '"\\ud800"'],
    ),
  )
  .map((text) => ({ bytes: Buffer.from(text), type: "application/json" }));

function fieldName() {
  const names = [event, source, mapping].flatMap((whole) => Object.keys(whole));
  return fc.constantFrom(...names, "__proto__", "constructor", "wide", "codes", "zone", "rows");
}

const rateLine = fc
  .tuple(
    fc.integer({ min: 0, max: 364 }),
    fc.constantFrom("KGS", "KZT", "TJS"),
    fc.integer({ min: 800, max: 900 }),
  )
  .map(([day, quote, rate]) => {
    const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
    return `${date},USD,${quote},${(rate / 10).toFixed(2)}`;
  });

const rates = fc
  .uniqueArray(rateLine, { maxLength: 30, selector: (line) => line.slice(0, 18) })
  .map((lines) => ["date,base,quote,rate", ...lines, ""].join("\n"));

const layouts = fc.constantFrom(
  "date,USD/KGS,USD/KZT\n2025-03-01,87.1,470.2\n",
  "series,period,value,status\nFX/D.USD.KGS.FUZZ1,2025-03-01,87.1,A\n",
  "DATAFLOW,FREQ,BASE,QUOTE,SOURCE,TIME_PERIOD,OBS_VALUE\nX,D,USD,KGS,FUZZ2,2025-03-02,87.2\n",
  "data;code;curs\n01.03.2025;KGS;87,1\n",
  "start,end,countries,kind,title,text,source_name,source_url\n2025-01-01,,KZ,policy,a,b,c,https://example.org\n",
  "<html><body>no</body></html>",
  "PK\x03\x04xxxx",
  "%PDF-1.7",
  '"never closed\n'.repeat(20),
  `a${",".repeat(5_000)}\n`,
  `date,base,quote,rate\n2025-01-01,USD,KGS,${"9".repeat(2_000)}\n`,
);

/** A file of rates, or another; whole, or with a piece of something else put in. */
const fileText = fc.oneof(
  { weight: 3, arbitrary: rates },
  { weight: 1, arbitrary: layouts },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.oneof(rates, layouts), fc.nat(400), fc.nat(20), hostileText)
      .map(([text, at, length, put]) => text.slice(0, at) + put + text.slice(at + length)),
  },
);

const encoded = fc
  .tuple(fileText, fc.constantFrom<BufferEncoding>("utf8", "utf8", "utf8", "utf16le", "latin1"))
  .map(([text, encoding]) => Buffer.from(text, encoding));

/** The bytes of a file: as they are, packed, packed and cut off, a bomb, or noise. */
const fileBytes = fc.oneof(
  { weight: 120, arbitrary: encoded },
  { weight: 20, arbitrary: encoded.map((bytes) => gzipSync(bytes)) },
  { weight: 20, arbitrary: encoded.map((bytes) => gzipSync(bytes).subarray(0, -9)) },
  { weight: 20, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: fc.nat(bombs.length - 1).map((at) => bombs[at]!) },
);

const fileBody = fc
  .tuple(
    fileBytes,
    fc.constantFrom("text/csv", "text/csv", "text/plain", "application/gzip", "text/csv;charset=x"),
  )
  .map(([bytes, type]) => ({ bytes, type }));

const partHead = fc.tuple(
  fc.constantFrom("file", "file", "mapping", "dataset", "", "__proto__"),
  fc.constantFrom('; filename="a.csv"', '; filename="a.csv"', "", '; filename="../../a\\"\x00"'),
  fc.constantFrom("\r\nContent-Type: text/csv", "", "\r\nContent-Type: x", "\r\nX: ".padEnd(9_000)),
);

const formBody = fc
  .tuple(fc.array(fc.tuple(partHead, fileBytes), { maxLength: 8 }), fc.constantFrom("--", "--", ""))
  .map(([parts, last]) => {
    const pieces = parts.flatMap(([[name, filename, type], bytes]) => [
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename}${type}\r\n\r\n`,
      bytes,
      "\r\n",
    ]);
    const all = [...pieces, `--${boundary}${last}\r\n`];
    return { bytes: Buffer.concat(all.map((piece) => Buffer.from(piece))), type: form };
  });

const fittingBody: Readonly<Record<string, fc.Arbitrary<Body>>> = {
  "application/json": jsonBody,
  "text/csv": fileBody,
  "multipart/form-data": formBody,
};

/** A body for an operation that takes these media types; one time in five, of another kind, or of a kind that it is not. */
export function arbitraryBody(types: readonly string[]): fc.Arbitrary<Body> {
  const fitting = types.flatMap((type) => fittingBody[type] ?? []);
  const any = fc.oneof(...Object.values(fittingBody));
  const wrongType = fc.constantFrom("text/html", "application/xml", "image/png", "x", "a/b;c", "");
  return fc.oneof(
    { weight: 8, arbitrary: fitting.length > 0 ? fc.oneof(...fitting) : any },
    { weight: 1, arbitrary: any },
    {
      weight: 1,
      arbitrary: fc.tuple(any, wrongType).map(([{ bytes }, type]) => ({ bytes, type })),
    },
  );
}

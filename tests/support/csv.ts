import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatasetDefinition } from "../../server/contract/dataset-definition.ts";
import type { RowProblem } from "../../server/contract/import-report.ts";
import { readDrafts } from "../../server/csv/read-drafts.ts";
import { recognise } from "../../server/csv/recognise.ts";
import type { Recognised, SenderHints } from "../../server/csv/recognised.ts";
import type { DatasetShape } from "../../server/domain/dataset-shape.ts";
import type { Draft } from "../../server/domain/draft.ts";

const money = "USD EUR JPY KGS KZT TJS UZS TMT RUR TJR BYN".split(" ");

const dimension = (code: string, codes: string, open = false) => {
  const list = codes.split(" ").filter(Boolean);
  return { code, open, currencies: list.includes("USD"), codes: new Set(list) };
};

/** Rates, a flow and a survey, as small as a test wants them. */
export const shapes: readonly DatasetShape[] = [
  {
    code: "FX",
    kind: "rate",
    sourceDimension: "SOURCE",
    dimensions: [
      dimension("FREQ", "D W M Q S A"),
      dimension("BASE", money.join(" ")),
      dimension("QUOTE", money.join(" ")),
      dimension("SOURCE", "NBKR", true),
    ],
  },
  {
    code: "TRADE",
    kind: "flow",
    sourceDimension: null,
    dimensions: [
      dimension("FREQ", "M Q S A"),
      dimension("REF_AREA", "KG KZ"),
      dimension("FLOW", "EXPORTS IMPORTS"),
      dimension("UNIT_MEASURE", "PC_GDP USD_MN"),
    ],
  },
  {
    code: "SURVEY",
    kind: "survey",
    sourceDimension: null,
    dimensions: [dimension("FREQ", "A"), dimension("REF_AREA", "KZ-10"), dimension("AGE", "_T")],
  },
];

/** A dataset as the fixtures define it. */
export function shapeOf(name: string): DatasetShape {
  const text = readFileSync(`fixtures/datasets/${name}.json`, "utf8");
  const {
    code,
    kind,
    sourceDimension = null,
    dimensions,
  } = DatasetDefinition.parse(JSON.parse(text));
  const codesOf = (name: string) => dimensions.find((one) => one.code === name)?.codes ?? [];
  const shapes = dimensions.map(({ code: name, open, codes, codesOf: lender }) => {
    const currencies = kind === "rate" && (name === "BASE" || name === "QUOTE");
    const own = lender === undefined ? codes : codesOf(lender);
    return { code: name, open, currencies, codes: new Set(own.map((one) => one.code)) };
  });
  return { code, kind, sourceDimension, dimensions: shapes };
}

/** Everything that is read of a file. */
export interface WholeReading {
  recognised: Recognised;
  drafts: Draft[];
  /** Those that refuse a row. */
  errors: RowProblem[];
  notices: RowProblem[];
}

/** Reads a file of the disk to its end. */
export async function readFile(
  path: string,
  told: SenderHints = {},
  datasets: readonly DatasetShape[] = shapes,
): Promise<WholeReading> {
  const recognised = await recognise(path, { datasets, request: told });
  const drafts: Draft[] = [];
  const problems: RowProblem[] = [];
  for await (const batch of readDrafts(path, recognised, datasets)) {
    for (const reading of batch) {
      if ("draft" in reading) drafts.push(reading.draft);
      else problems.push(reading.problem);
    }
  }
  const errors = problems.filter(({ severity }) => severity === "error");
  const notices = problems.filter(({ severity }) => severity === "notice");
  return { recognised, drafts, errors, notices };
}

/** Puts a text or bytes on the disk for as long as `use` takes. */
export async function withFile<T>(
  content: string | Buffer,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "kurs-csv-"));
  try {
    const path = join(folder, "file.csv");
    await writeFile(path, content);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads a text as if it were a file. */
export const readText = (content: string | Buffer, told: SenderHints = {}): Promise<WholeReading> =>
  withFile(content, (path) => readFile(path, told));

import { readFileSync } from "node:fs";
import { Mapping } from "../../server/contract/mapping.ts";
import type { DatasetShape } from "../../server/domain/dataset-shape.ts";
import { shapeOf } from "./csv.ts";

/** The fixtures' datasets, with one of trade in dollars beside. */
export const datasets: readonly DatasetShape[] = [
  shapeOf("fx"),
  shapeOf("trade"),
  shapeOf("contraception"),
  { ...shapeOf("trade"), code: "COMTRADE", dimensions: inDollars(shapeOf("trade")) },
];

function inDollars({ dimensions }: DatasetShape) {
  return dimensions.map((one) =>
    one.code === "UNIT_MEASURE" ? { ...one, codes: new Set(["USD"]) } : one,
  );
}

/** A mapping that is shipped. */
export const shipped = (name: string): Mapping =>
  Mapping.parse(JSON.parse(readFileSync(`fixtures/mappings/${name}.json`, "utf8")));

const fx = (source: string, dimensions: Mapping["dimensions"], rest: Mapping = {}): Mapping => ({
  dataset: "FX",
  dimensions: { ...dimensions, SOURCE: { value: source } },
  ...rest,
});
const byCode = "^(?<code>[^:]+)";

/** What the sender of each file under `tests/server/csv/layouts` must say of it, and nothing more. */
export const mappings: Readonly<Record<string, Mapping>> = {
  nbk: shipped("nbk"),
  cbr: shipped("cbr"),
  nbt: shipped("nbt"),
  ecb: shipped("ecb"),
  norges: fx(
    "NORGES",
    { FREQ: { value: "D" }, BASE: "BASE_CUR", QUOTE: "QUOTE_CUR" },
    { nominalPower: "UNIT_MULT" },
  ),
  "bank-of-canada": fx("BOC", {}, { wide: { pattern: "^FX(?<BASE>[A-Z]{3})(?<QUOTE>CAD)$" } }),
  snb: fx(
    "SNB",
    {
      BASE: { column: "D1", pattern: "^(?<code>[A-Z]{3})(?<nominal>\\d+)$" },
      QUOTE: { value: "CHF" },
    },
    { rows: { D0: ["M0"] } },
  ),
  "bank-of-england": fx(
    "BOE",
    { BASE: { value: "GBP" } },
    { wide: { dimension: "QUOTE", columns: { XUDLUSS: "USD", XUDLERS: "EUR" } } },
  ),
  riksbank: fx("RIKSBANK", {
    BASE: { column: "Serie", pattern: "^(?<nominal>\\d+) (?<code>[A-Z]{3})$" },
    QUOTE: { value: "SEK" },
  }),
  cnb: fx("CNB", { QUOTE: { value: "CZK" } }),
  nbp: fx(
    "NBP",
    { QUOTE: { value: "PLN" } },
    {
      encoding: "windows-1250",
      wide: { dimension: "BASE", pattern: "^(?<nominal>10*)(?<code>[A-Z]{3})$" },
    },
  ),
  nbg: fx("NBG", {
    BASE: { column: "Currency", codes: { "US Dollar": "USD", Yen: "JPY" } },
    QUOTE: { value: "GEL" },
  }),
  cbar: fx("CBAR", { QUOTE: { value: "AZN" } }, { value: "Məzənnə", nominal: "Nominal" }),
  rba: fx(
    "RBA",
    { BASE: { value: "AUD" } },
    { period: "Title", wide: { dimension: "QUOTE", pattern: "^A\\$1=(?<code>[A-Z]{3})$" } },
  ),
  fred: fx("FRED", { BASE: { value: "USD" }, QUOTE: { value: "KZT" } }, { value: "DEXKZUS" }),
  bis: fx(
    "BIS",
    {
      FREQ: { column: "FREQ:Frequency", pattern: byCode },
      BASE: { value: "USD" },
      QUOTE: { column: "CURRENCY:Currency", pattern: byCode },
    },
    {
      period: "TIME_PERIOD:Time period or range",
      value: "OBS_VALUE:Observation Value",
      rows: { "COLLECTION:Collection": ["A: Average"] },
      status: {
        column: "OBS_STATUS:Observation Status",
        codes: { "A: Normal value": "A", "M: Missing value": "M" },
      },
    },
  ),
  eurostat: fx(
    "ESTAT",
    { FREQ: "freq", BASE: { value: "EUR" }, QUOTE: "currency" },
    { status: "OBS_FLAG" },
  ),
  oecd: fx("OECD", {
    BASE: { value: "USD" },
    QUOTE: { column: "REF_AREA", codes: { KAZ: "KZT", KGZ: "KGS" } },
  }),
  imf: fx(
    "IMF",
    {
      BASE: { value: "USD" },
      QUOTE: { column: "COUNTRY", codes: { Kazakhstan: "KZT", "Kyrgyz Republic": "KGS" } },
    },
    { wide: { period: true, pattern: "^\\d{4}-M\\d{2}$" } },
  ),
  comtrade: {
    dataset: "COMTRADE",
    period: "period",
    value: "primaryValue",
    rows: { cmdCode: ["TOTAL"] },
    dimensions: {
      REF_AREA: { column: "reporterISO", codes: { KAZ: "KZ" } },
      FLOW: { column: "flowCode", codes: { X: "EXPORTS", M: "IMPORTS" } },
      UNIT_MEASURE: { value: "USD" },
    },
  },
  "ecb-daily": shipped("ecb"),
  "federal-reserve": fx(
    "FED",
    { QUOTE: { value: "USD" } },
    {
      wide: {
        dimension: "BASE",
        columns: { "RXI$US_N.B.AL": "AUD", "RXI$US_N.B.EU": "EUR" },
      },
    },
  ),
  "central-bank-of-brazil": fx(
    "BCB",
    { BASE: { index: 3 }, QUOTE: { value: "BRL" } },
    { period: { index: 0 }, value: { index: 5 } },
  ),
  banxico: fx(
    "BANXICO",
    { BASE: { value: "USD" }, QUOTE: { value: "MXN" } },
    { encoding: "windows-1252", period: "Fecha", value: "SF43718" },
  ),
  tcmb: fx(
    "TCMB",
    { BASE: { value: "USD" }, QUOTE: { value: "TRY" } },
    { value: "TP DK USD S YTL" },
  ),
  nbu: fx(
    "NBU",
    { BASE: "Код літерний", QUOTE: { value: "UAH" } },
    {
      encoding: "windows-1251",
      value: "Офіційний курс гривні, грн",
      nominal: "Кількість одиниць",
    },
  ),
  "world-bank": shipped("world-bank"),
  investing: {
    ...shipped("investing"),
    dimensions: {
      ...shipped("investing").dimensions,
      BASE: { value: "USD" },
      QUOTE: { value: "UZS" },
    },
  },
  "kazakhstan-survey": {
    dataset: "CONTRACEPTION",
    encoding: "windows-1251",
    dimensions: {
      REF_AREA: {
        column: "Область",
        codes: { "Республика Казахстан": "KZ", Абайская: "KZ-10", Алматинская: "KZ-19" },
      },
      INDICATOR: { value: "UNMET_NEED" },
      AGE: { value: "_T" },
      UNIT_MEASURE: { value: "PC" },
    },
  },
  "russian-newest-first": fx("NBK", { QUOTE: { value: "KZT" } }, { encoding: "windows-1251" }),
};

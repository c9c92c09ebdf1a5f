import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { addDays } from "../../server/contract/period.ts";

const codes =
  "USD EUR JPY GBP CHF CNY INR KGS KZT UZS TJS TMT TRY RUB AZN GEL AMD MNT PKR IRR KRW THB CAD".split(
    " ",
  );
const pairs = codes.flatMap((base) =>
  codes.filter((quote) => quote !== base).map((quote) => [base, quote] as const),
);
/** So many series does each source have, all daily. */
export const seriesCount = 500;
const firstDay = "2020-01-01";

/** One row of a made-up file. */
export interface Rate {
  day: string;
  base: string;
  quote: string;
  /** Decimal text with four decimals. */
  value: string;
  /** Counted from 1, as a series is numbered. */
  series: number;
}

/** How the rows of a file follow each other: series after series, or day after day with all series. */
export type Order = "by series" | "by day";

/** Rows of 500 series over as many days as it takes; of `revised` every hundredth has another value. */
export function* madeUpRates(
  rows: number,
  order: Order,
  { revised = false } = {},
): Generator<Rate> {
  const dayCount = Math.ceil(rows / seriesCount);
  const days = Array.from({ length: dayCount }, (_, day) => addDays(firstDay, day));
  for (let row = 0; row < rows; row++) {
    const isByDay = order === "by day";
    const series = isByDay ? row % seriesCount : Math.floor(row / dayCount);
    const day = isByDay ? Math.floor(row / seriesCount) : row % dayCount;
    const [base, quote] = pairs[series] ?? ["USD", "KGS"];
    const isRevised = revised && (series * 7 + day) % 100 === 0;
    // Scattered digits, as an even slope would compress too well; no two 5 % apart, so nothing looks implausible.
    const tenThousandths = 950_000 + ((series * 7_919 + day * 104_729) % 40_000);
    const value = ((tenThousandths + (isRevised ? 1 : 0)) / 10_000).toFixed(4);
    yield { day: days[day] ?? firstDay, base, quote, value, series: series + 1 };
  }
}

/** Writes rows to a file in the layout that needs no mapping. */
export async function writeRates(path: string, rates: Iterable<Rate>): Promise<void> {
  const format = ({ day, base, quote, value }: Rate) => `${day},${base},${quote},${value}\n`;
  await writeLines(path, "date,base,quote,rate\n", rates, format);
}

/** Writes one line for each row below a first one, in big pieces. */
export async function writeLines<Row>(
  path: string,
  head: string,
  rows: Iterable<Row>,
  format: (row: Row, line: number) => string,
): Promise<void> {
  function* pieces() {
    let piece = head;
    let line = 1;
    for (const row of rows) {
      line += 1;
      piece += format(row, line);
      if (piece.length < 65_536) continue;
      yield piece;
      piece = "";
    }
    yield piece;
  }
  await pipeline(Readable.from(pieces()), createWriteStream(path));
}

import { html } from "lit";
import type { Observation } from "../../server/contract/observation.ts";
import type { TableRow } from "../components/kurs-series-table.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { changeBetween, figureText, type ShownRates } from "./rate-words.ts";
import { fileNameOfRates } from "./file-name.ts";
import type { Reader } from "./reader.ts";
import "../components/kurs-series-table.ts";

/** The most rows of a table; beyond it every month is there with its last observation. */
export const mostRows = 400;

/** The most rows of the table that goes with a chart on paper. */
export const mostPrinted = 60;

/** What a table shows of so many observations: all, or the last of each month; oldest first. */
export function tableObservations(
  observations: readonly Observation[],
  most = mostRows,
): readonly Observation[] {
  if (observations.length <= most) return observations;
  const month = (observation: Observation | undefined) => observation?.period.slice(0, 7);
  return observations.filter((one, i) => month(one) !== month(observations[i + 1]));
}

/** What stands around a table, and where a press on a number leads. */
export interface RateTableWish {
  caption: string;
  /** The address of the file with every row. */
  file: string;
  /** Null where a number has no receipt of its own. */
  openReceipt: ((observation: Observation) => void) | null;
  /** More rows than this are told by month. */
  most?: number;
}

/** The observations as a table, newest first, each with its change since the row below, and its status where one is not normal. */
export function rateTable(shown: ShownRates, wish: RateTableWish, reader: Reader) {
  const { texts } = reader;
  const observations = tableObservations(shown.answer.observations, wish.most);
  const isStated = observations.some(({ status }) => status !== undefined && status !== "A");
  const columns = [
    texts["table.date"],
    texts[shown.as === "level" ? "table.rate" : "table.value"],
    ...(shown.as === "yoy" ? [] : [texts["table.change"]]),
    ...(isStated ? [texts["table.status"]] : []),
  ];
  const rows = observations.map((observation, i) =>
    rowOf(observation, observations[i - 1], { shown, wish, isStated }, reader),
  );
  const thinned = observations.length < shown.answer.observations.length;
  return html`<kurs-series-table
    .texts=${texts}
    .caption=${fillText(texts["table.caption"], { title: wish.caption })}
    .columns=${columns}
    .rows=${rows.reverse()}
    .more=${thinned ? { text: texts["table.thinned"], href: wish.file, name: fileNameOfRates(shown) } : null}
  ></kurs-series-table>`;
}

function rowOf(
  observation: Observation,
  before: Observation | undefined,
  { shown, wish, isStated }: { shown: ShownRates; wish: RateTableWish; isStated: boolean },
  reader: Reader,
): TableRow {
  const { openReceipt } = wish;
  const change = before && changeBetween(before, observation, shown, reader);
  const changed = change ? `${change.glyph} ${change.text}` : "—";
  return {
    head: describePeriod(observation.period, reader.locale),
    cells: [
      figureText(observation, shown, reader),
      ...(shown.as === "yoy" ? [] : [changed]),
      ...(isStated ? [reader.texts[`status.${observation.status ?? "A"}`]] : []),
    ],
    receipts: [
      openReceipt &&
        (() => {
          openReceipt(observation);
        }),
    ],
  };
}

import type { endpoints } from "../contract/endpoints.ts";
import { daysBetween } from "../contract/period.ts";
import { alignObservations } from "../domain/align-observations.ts";
import { deriveObservations } from "../domain/derive-observations.ts";
import type { Reader } from "../sql/database.ts";
import { type Range, selectObservations } from "../sql/select-observations.ts";
import { streamObservations } from "../sql/stream-observations.ts";
import { type AlignedQuery, type Column, findColumns, readColumns } from "./aligned-columns.ts";
import type { Answer, Question } from "./answer.ts";
import { mostInMemory } from "./ask-observations.ts";
import { derivedHead } from "./observation-head.ts";
import {
  boundsAfter,
  cutPage,
  nextAfter,
  type PagedQuestion,
  type Place,
  readPlace,
} from "./observation-page.ts";
import { refuseContradictions, refusedParameter } from "./observation-question.ts";
import type { Content } from "./send-content.ts";
import { streamedContent } from "./stream-content.ts";
import { streamRows } from "./stream-rows.ts";
import type { StreamSlots } from "./stream-slots.ts";
import { alignedContent, alignedScribe, type OutgoingRow } from "./write-aligned.ts";

/** More values are not held at once: a table of fifty series of forty years of days fits. */
const mostValues = 500_000;

type AlignedQuestion = Question<(typeof endpoints)["aligned"]>;

/** All that making the answer takes. */
interface Asked {
  db: Reader;
  question: AlignedQuestion & PagedQuestion;
  columns: readonly Column[];
  place: Place;
  slots: StreamSlots;
}

/** The answer to a question for several series on one axis of periods. Throws a KursError where there is none. */
export async function askAligned(
  db: Reader,
  asked: AlignedQuestion & { path: string },
  slots: StreamSlots,
): Promise<Answer> {
  const question = { ...asked, params: {} };
  const { query, format } = question;
  const named = readColumns(query);
  refuseContradictions(
    query,
    format,
    named.map(({ units }) => units),
  );
  const place = readPlace(question);
  const columns = await findColumns(db, place.asOf, named, question);
  return {
    scope: { series: idsOf(columns) },
    dependsOnToday: query.cursor === undefined && columns.some(isCoarser),
    body: () => makeContent({ db, question, columns, place, slots }),
  };
}

function makeContent(asked: Asked): Promise<Content> | Content {
  const { columns, question } = asked;
  const { limit, last } = question.query;
  const isLong = sum(columns.map(({ series }) => series.observationCount)) > mostInMemory;
  const isRowByRow =
    question.format !== "json" && limit === undefined && last === undefined && !isDerived(columns);
  return isLong && isRowByRow ? streamContent(asked) : tableContent(asked);
}

async function tableContent(asked: Asked): Promise<Content> {
  const { db, columns, place, question } = asked;
  const { query, format } = question;
  const range = isDerived(columns) ? whole : rangeOf(query, place);
  refuseTooMany(columns, range);
  const found = await selectObservations(db, place.asOf, idsOf(columns), range);
  const derived = columns.map(({ series, derivation }) =>
    deriveObservations(
      found.get(series.seriesId) ?? [],
      series,
      { ...derivation, last: null, order: "asc" },
      place.today,
    ),
  );
  const rows = choose(alignObservations(derived), query);
  const { rows: page, hasMore } = cutPage(rows, place, query);
  const last = page.at(-1)?.period;
  const scope = { series: idsOf(columns) };
  const next =
    hasMore && last !== undefined ? await nextAfter(db, question, place, { last, scope }) : null;
  const told = columns.map(({ name, head, derivation }, at) => ({
    name,
    head: derivedHead(head, derivation, derived[at] ?? []),
  }));
  return alignedContent(format, tableOf(columns, told), page, { style: query, next });
}

function streamContent({ db, question, columns, place, slots }: Asked): Content {
  const { query } = question;
  const format = question.format === "csv" ? "csv" : "ndjson";
  const { order = "asc" } = query;
  const bounds = boundsAfter(place, query);
  const batches = streamObservations(db, place.asOf, idsOf(columns), { ...bounds, order });
  const scribe = alignedScribe(format, tableOf(columns, columns), { style: query });
  return streamedContent(format, scribe, streamRows(batches, idsOf(columns)), slots);
}

const whole: Range = { start: null, end: null, most: null, from: "first" };

/** Of each series as many as can come to stand in the table: the last n periods of all are among the last n of each. */
function rangeOf(query: AlignedQuery, place: Place): Range {
  const { start = null, end = null, last, order, limit } = query;
  if (last !== undefined) return { start, end, most: last, from: "last" };
  const most = limit === undefined ? null : limit + 1;
  return { ...boundsAfter(place, query), most, from: order === "desc" ? "last" : "first" };
}

function refuseTooMany(columns: readonly Column[], { start, end, most }: Range): void {
  const span = start !== null && end !== null ? daysBetween(start, end) + 1 : Infinity;
  const values = columns.map(({ series }) =>
    Math.min(series.observationCount, most ?? Infinity, span),
  );
  if (sum(values) <= mostValues) return;
  const message = `makes more than ${mostValues} values to hold at once; ask for fewer, for pages by \`limit\`, or for \`format=csv\` as they are`;
  throw refusedParameter("series", message);
}

function choose(rows: OutgoingRow[], { last, order }: AlignedQuery): OutgoingRow[] {
  const newest = last === undefined ? rows : rows.slice(-last);
  return order === "desc" ? newest.reverse() : newest;
}

const idsOf = (columns: readonly Column[]) => columns.map(({ series }) => series.seriesId);
const isCoarser = ({ derivation }: Column) => derivation.isCoarser;
const isDerived = (columns: readonly Column[]) =>
  columns.some((column) => isCoarser(column) || column.derivation.units !== "lin");
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

function tableOf(
  columns: readonly Column[],
  told: readonly { name: string; head: Column["head"] }[],
) {
  return { frequency: columns[0]?.derivation.frequency ?? "D", columns: told };
}

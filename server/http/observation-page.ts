import { createHash } from "node:crypto";
import { z } from "zod";
import { fillPath } from "../contract/paths.ts";
import { addDays } from "../contract/period.ts";
import { Day } from "../contract/query.ts";
import type { Reader } from "../sql/database.ts";
import { type Scope, selectBasis } from "../sql/select-basis.ts";
import type { AsOf } from "../sql/visible.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import type { ObservationQuery } from "./observation-question.ts";
import { refusedParameter } from "./observation-question.ts";

/** A question for observations as a page of its answer needs it. */
export interface PagedQuestion {
  /** The endpoint's path, and what fills it. */
  path: string;
  params: Readonly<Record<string, string>>;
  query: ObservationQuery;
  asOf: AsOf;
  today: string;
}

/** Where a page begins, and what every page of the answer sees: one state of the series, and one day as today. */
export interface Place {
  asOf: AsOf;
  today: string;
  /** The first day of the last period of the page before; null for the first page. */
  after: string | null;
}

/** Where an answer goes on: as the JSON tells it, and as a link. */
export interface Next {
  cursor: string;
  link: string;
}

/** The import that all pages see, their today, the last period that was sent, and the question. */
const Parts = z.tuple([z.int().min(0).max(2_147_483_647), Day, Day, z.string()]);

/** Where the page that is asked for begins. Throws "invalid-query" for a cursor of another question. */
export function readPlace(question: PagedQuestion): Place {
  const { query, asOf, today } = question;
  const parts = readCursor(query.cursor, Parts);
  if (!parts) return { asOf, today, after: null };
  const [importId, day, after, asked] = parts;
  if (asked === fingerprint(question)) return { asOf: importId, today: day, after };
  throw refusedParameter("cursor", "belongs to another question; ask this one without it first");
}

/** A page of rows that are in order: those after the place, `limit` of them, and whether there are more. */
export function cutPage<Row extends { period: string }>(
  rows: readonly Row[],
  { after }: Pick<Place, "after">,
  { limit, order = "asc" }: Pick<ObservationQuery, "limit" | "order">,
): { rows: readonly Row[]; hasMore: boolean } {
  const isAfter = ({ period }: Row) =>
    after === null || (order === "asc" ? period > after : period < after);
  const left = after === null ? rows : rows.filter(isAfter);
  if (limit === undefined || left.length <= limit) return { rows: left, hasMore: false };
  return { rows: left.slice(0, limit), hasMore: true };
}

/** The bounds that leave out what earlier pages sent. */
export function boundsAfter(
  { after }: Pick<Place, "after">,
  query: Pick<ObservationQuery, "start" | "end" | "order">,
): { start: string | null; end: string | null } {
  const bounds = { start: query.start ?? null, end: query.end ?? null };
  if (after === null) return bounds;
  return query.order === "desc"
    ? { ...bounds, end: addDays(after, -1) }
    : { ...bounds, start: addDays(after, 1) };
}

/** What leads on after the period that begins on `last`; it pins what this answer saw of the series in `scope`. */
export async function nextAfter(
  db: Reader,
  question: PagedQuestion,
  { asOf, today }: Place,
  { last, scope }: { last: string; scope: Scope },
): Promise<Next> {
  const { importId } = await selectBasis(db, asOf, scope);
  const cursor = writeCursor([importId, today, last, fingerprint(question)]);
  const search = new URLSearchParams(written({ ...question.query, cursor })).toString();
  return { cursor, link: `<${fillPath(question.path, question.params)}?${search}>; rel="next"` };
}

/** Of all that decides which observations the whole answer has; how they are written may change from page to page. */
function fingerprint({ path, params, query }: PagedQuestion): string {
  const { cursor: _1, limit: _2, format: _3, sep: _4, decimal: _5, lang: _6, ...asked } = query;
  const parts = [path, params, Object.entries(written(asked)).sort()];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 16);
}

/** A parsed query as it is written in an address. */
function written(query: object): Record<string, string> {
  const given = Object.entries(query as Record<string, unknown>).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

import type { ImportReport } from "../../server/contract/import-report.ts";
import { readPeriod } from "../../server/contract/period.ts";
import type { Dated } from "../chart/gaps.ts";
import { byText } from "../format/by-text.ts";

/** A series as it stands, and as it would stand after an import, around what changes; oldest first. */
export interface Overlay {
  before: readonly Dated[];
  after: readonly Dated[];
  /** Whether the report tells of all that would change in the series. */
  isWhole: boolean;
}

/** So many observations are shown before and after those that change. */
const around = 60;

/** Lays what an import would change over what is stored of a series. */
export function overlay(
  series: string,
  stored: readonly Dated[],
  { revisions, preview, series: changed }: ImportReport,
): Overlay {
  const own = <Change extends { series: string }>(changes: readonly Change[]) =>
    changes.filter((change) => change.series === series);
  const revised = own(revisions).map(({ period, to }) => ({ period, value: to }));
  const added = own(preview?.additions ?? []);
  const changes = new Map([...revised, ...added].map(({ period, value }) => [period, value]));
  const values = new Map(stored.map(({ period, value }) => [period, value]));
  for (const [period, value] of changes) values.set(period, value);
  const after = [...values]
    .map(([period, value]) => ({ period, value }))
    .sort((a, b) => byText(startOf(a.period), startOf(b.period)));
  const isNear = near(after, changes);
  const [told] = own(changed);
  return {
    before: stored.filter(isNear),
    after: after.filter(isNear),
    isWhole: told?.added === added.length && told.revised === revised.length,
  };
}

/** Whether an observation is one of those that change, or not far from them. */
function near(all: readonly Dated[], changes: ReadonlyMap<string, unknown>) {
  const first = all.findIndex(({ period }) => changes.has(period));
  const last = all.findLastIndex(({ period }) => changes.has(period));
  const shown = all.slice(Math.max(0, first - around), last + around + 1);
  const periods = new Set(shown.map(({ period }) => period));
  return ({ period }: Dated) => periods.has(period);
}

const startOf = (period: string) => readPeriod(period)?.start ?? period;

import fc from "fast-check";
import { eventKinds } from "../../../server/contract/event-kind.ts";
import { plainView, type View } from "../../../client/pages/view.ts";
import {
  aggregations,
  coarseness,
  nominals,
  ranges,
  transforms,
} from "../../../client/pages/view-values.ts";

const code = fc.stringMatching(/^[A-Z][A-Z0-9_.-]{0,20}$/);
const bound = fc.constantFrom("1994", "2026-03", "2026-11-20");
const currencies = ["usd", "kgs", "kzt", "uzs", "tjs"];

/** The name of a series as an address has it. */
export const seriesName = fc.oneof(
  fc.shuffledSubarray(currencies, { minLength: 2, maxLength: 2 }).map((pair) => pair.join("-")),
  fc.stringMatching(/^[A-Z][A-Z0-9_]{0,10}\/[ADM]\.[A-Z]{2}\.[A-Z0-9_@$-]{1,8}$/),
);

/** Any view that an address can tell. */
export const view: fc.Arbitrary<View> = fc
  .record({
    range: fc.constantFrom(...ranges),
    from: fc.option(bound),
    to: fc.option(bound),
    source: fc.option(code),
    dir: fc.constantFrom("quote" as const, "inv" as const),
    nom: fc.constantFrom(...nominals),
    as: fc.option(fc.constantFrom(...transforms)),
    base: fc.option(bound),
    scale: fc.constantFrom("lin" as const, "log" as const),
    freq: fc.option(fc.constantFrom(...coarseness)),
    agg: fc.option(fc.constantFrom(...aggregations)),
    s: fc.uniqueArray(seriesName, { maxLength: 8 }),
    focus: fc.option(fc.oneof(code, seriesName)),
    m: fc.option(code),
    geo: fc.option(code),
    by: fc.constantFrom("region" as const, "age" as const),
    sort: fc.constantFrom("value" as const, "name" as const, "geo" as const),
    year: fc.option(fc.constantFrom("1994", "2026")),
    ci: fc.constantFrom("0" as const, "1" as const),
    ev: fc.constantFrom("0", "1", "7", "12~15"),
    kind: fc.option(fc.constantFrom(...eventKinds)),
    q: fc.option(fc.constantFrom("tenge", "курс сума", "a&b=c+d%", "3.50")),
    t: fc.option(
      fc.constantFrom("2026-11-20", "2026-W47", "2026-11", "2026-Q4", "2026-S2", "2026"),
    ),
    asof: fc.option(fc.constant("2026-11-20")),
    uniform: fc.constantFrom("0" as const, "1" as const),
    view: fc.constantFrom("chart" as const, "table" as const, "tiles" as const),
    job: fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{22}$/)),
  })
  // A span that ends before it begins is no view.
  .map((asked) =>
    (asked.from ?? "") > (asked.to ?? "9999") ? { ...asked, to: plainView.to } : asked,
  );

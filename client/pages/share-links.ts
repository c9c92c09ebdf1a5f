import { lastDayOf, readPeriod } from "../../server/contract/period.ts";
import { plainView, type View, writeView } from "./view.ts";

/**
 * The queries of two links to a view that shows the periods from `first` to `last`: one whose range goes on with the
 * figures, as they are known then, and one that stays at these dates, as of the day that the view is of.
 */
export function shareLinks(
  view: View,
  first: string,
  last: string,
): { live: string; frozen: string } {
  const [from, to] = [boundOf(first, "first"), boundOf(last, "last")];
  return {
    live: writeView({ ...view, from: null, to: null, asof: null }),
    frozen: writeView({ ...view, range: plainView.range, from, to }),
  };
}

/** A period as an address takes it: weeks, quarters and half-years by their days. */
function boundOf(written: string, end: "first" | "last"): string {
  const period = readPeriod(written);
  if (!period || /^\d{4}(-\d\d){0,2}$/.test(written)) return written;
  return end === "first" ? period.start : lastDayOf(period);
}

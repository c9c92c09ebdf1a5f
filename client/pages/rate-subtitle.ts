import type { Observations } from "../../server/contract/observation.ts";
import { describePeriod, describeSpan } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import type { Strings } from "../strings/en.ts";
import { type ShownRates, unitWords } from "./rate-words.ts";
import type { Reader } from "./reader.ts";

/** What is shown, under the chart's title: unit or transform, how values were made coarser, the scale, and of which time. */
export function subtitleWords(
  shown: ShownRates,
  scale: "lin" | "log",
  own: Observations["frequency"],
  reader: Reader,
): string {
  const { texts } = reader;
  const unit = unitWords(shown, reader);
  const what = transformWords(shown, reader);
  return [
    what === "" ? unit : fillText(texts["rate.asWhat"], { what, unit }),
    coarseWords(shown.answer, own, texts),
    scale === "log" ? texts["scale.logNote"] : "",
    spanWords(shown.answer, reader),
  ]
    .filter((part) => part !== "")
    .join(". ");
}

/** From the first period that is shown to the last; empty where none is. */
function spanWords({ observations }: Observations, { locale }: Reader): string {
  const [first, last] = [observations[0], observations.at(-1)];
  return first && last ? describeSpan(first.period, last.period, locale) : "";
}

function transformWords({ answer, as }: ShownRates, { texts, locale }: Reader): string {
  if (as === "level") return "";
  if (as === "yoy") return texts["compare.asYoy"];
  const base = baseOf(answer);
  const period = base === null ? "" : describePeriod(base, locale);
  return fillText(texts[as === "index" ? "compare.asIndex" : "compare.asPct"], { period });
}

/** The period at which an index is 100; null where the answer is no index or has nothing. */
export function baseOf({ base, units, observations }: Observations): string | null {
  if (units !== "index") return null;
  return base ?? observations.find(({ value }) => value !== null)?.period ?? null;
}

function coarseWords(
  { aggregate, frequency }: Observations,
  own: Observations["frequency"],
  texts: Strings,
): string {
  if ((aggregate !== "avg" && aggregate !== "eop") || own === "A") return "";
  const what = texts[`made.rates${own}`];
  return fillText(texts[`made.${aggregate}`], { each: texts[`each.${frequency}`], what });
}

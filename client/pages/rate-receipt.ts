import type { Observation } from "../../server/contract/observation.ts";
import type { Leg, Rate } from "../../server/contract/rate.ts";
import type { ReceiptLeg, ReceiptWish } from "./open-receipt.ts";
import { quoteHalves } from "./rate-text.ts";
import { dayText, figureText, type ShownRates, unitWords } from "./rate-words.ts";
import { ownFrequency, periodOfRate, type RateReading } from "./read-rate.ts";
import type { Reader } from "./reader.ts";

/** The receipt of a rate of the head: of each published number that it is made of. */
export function receiptOfRate(
  rate: Pick<Rate, "legs" | "method" | "decimals">,
  told: string,
  asOf: string | null,
): ReceiptWish {
  const { legs, method, decimals } = rate;
  return {
    legs: legs.map((leg) => ({
      series: leg.series,
      period: leg.date,
      ...(method === "published" && { decimals }),
    })),
    told,
    derived: method === "published" ? null : method,
    asOf,
  };
}

/** The receipt of the newest rate. */
export function receiptOfNewest(
  reading: RateReading,
  asOf: string | null,
  { locale }: Reader,
): ReceiptWish {
  const { one, other } = quoteHalves(reading.there, locale);
  return receiptOfRate(reading.there, `${one} = ${other}`, asOf);
}

/** The receipt of one observation of a chart; null where it is made of many, as a mean of a month. */
export function receiptOfObservation(
  observation: Observation,
  reading: RateReading,
  shown: ShownRates,
  asOf: string | null,
  reader: Reader,
): ReceiptWish | null {
  const { answer, as } = shown;
  if (answer.aggregate !== undefined || observation.value === null) return null;
  const unit = as === "level" ? ` ${unitWords(shown, reader)}` : "";
  const method = answer.method ?? "published";
  const decimals = observation.decimals ?? answer.decimals;
  return {
    legs: reading.there.legs.map((leg): ReceiptLeg => ({
      series: leg.series,
      period: periodOfLeg(leg, observation, reading),
      ...(method === "published" && as === "level" && { decimals }),
    })),
    told: `${dayText(observation, shown, reader)} · ${figureText(observation, shown, reader)}${unit}`,
    derived: as !== "level" ? "derived" : method === "published" ? null : method,
    asOf,
  };
}

/** The newest rate of a cross may stand on legs of unlike days. */
function periodOfLeg(leg: Leg, { period }: Observation, reading: RateReading): string {
  const newest = periodOfRate(reading.there, ownFrequency(reading));
  return period === newest ? leg.date : period;
}

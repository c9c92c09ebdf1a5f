import { z } from "zod";
import { CountryCode } from "../contract/country.ts";
import { EventKind, longest } from "../contract/event.ts";
import { languages } from "../contract/language.ts";
import { Day } from "../contract/query.ts";
import { WebAddress, writtenText } from "../contract/text.ts";

const optional = z.string().transform((text) => (text === "" ? null : text));
const required = "is empty";

/** A line of a file of events, as `fixtures/events.csv` has them: the text of an event in one language. */
export const EventLine = z
  .strictObject({
    start: Day,
    end: optional.pipe(Day.nullable()),
    countries: z
      .string()
      .transform((text) => [...new Set(text.split(" ").filter(Boolean))])
      .pipe(z.array(CountryCode).max(50)),
    kind: EventKind,
    title: z.string().min(1, required).pipe(writtenText(longest.title)),
    text: z.string().min(1, required).pipe(writtenText(longest.text)),
    source_name: z.string().min(1, required).pipe(writtenText(longest.name)),
    source_url: optional.pipe(WebAddress.nullable()),
    lang: z.enum(languages).default("en"),
  })
  .refine(({ start, end }) => end === null || start <= end, {
    path: ["end"],
    message: "the event ends before it begins",
  });
export type EventLine = z.output<typeof EventLine>;

/** The columns of such a file, the last of which it may do without. */
export const eventColumns = Object.keys(EventLine.shape) as (keyof EventLine)[];

import { z } from "zod";
import { CountryCode } from "./country.ts";
import { eventKinds } from "./event-kind.ts";
import { languages } from "./language.ts";
import { Titles } from "./titles.ts";
import { Day } from "./query.ts";
import { textByLanguage, WebAddress, writtenText } from "./text.ts";

export const EventKind = z.enum(eventKinds, `must be one of ${eventKinds.join(", ")}`);
export type EventKind = z.infer<typeof EventKind>;

/** A dated, sourced fact that explains a movement. */
export const Event = z.strictObject({
  id: z.int(),
  start: z.iso.date(),
  end: z.iso
    .date()
    .nullable()
    .meta({ description: "The last day of a span; null for a single day." }),
  countries: z.array(z.string()).meta({ description: "ISO 3166 codes." }),
  kind: EventKind,
  title: z.string(),
  text: z.string(),
  source: z.strictObject({ name: z.string(), url: z.url().nullable() }),
  languages: z
    .strictObject({ title: z.enum(languages), text: z.enum(languages) })
    .meta({ description: "The languages that title and text are in, which may not be asked for." }),
});
export type Event = z.infer<typeof Event>;

/** One event with its texts in every language that they were written in, as `PUT` takes them. */
export const WholeEvent = z.strictObject({
  ...Event.shape,
  written: z
    .strictObject({ title: Titles, text: Titles })
    .meta({ description: "Title and text in every language that they were written in." }),
});
export type WholeEvent = z.infer<typeof WholeEvent>;

/** Newest first. `total` counts all that match. */
export const Events = z.strictObject({
  events: z.array(Event),
  next: z.string().nullable(),
  total: z.int(),
});
export type Events = z.infer<typeof Events>;

/** The most characters that the texts of an event may have. */
export const longest = { title: 300, text: 5000, name: 300 } as const;

/** An event as it is written: texts by language, English required; a plain text is English. */
export const EventChange = z
  .strictObject({
    start: Day,
    end: Day.nullable().optional(),
    countries: z
      .array(CountryCode)
      .max(50)
      .transform((codes) => [...new Set(codes)]),
    kind: EventKind,
    title: textByLanguage(longest.title),
    text: textByLanguage(longest.text),
    source: z.strictObject({
      name: writtenText(longest.name),
      url: WebAddress.nullable().optional(),
    }),
  })
  .refine(({ start, end }) => !end || start <= end, {
    path: ["end"],
    message: "the event ends before it begins",
  });
export type EventChange = z.output<typeof EventChange>;

/** How many events a file brought, how many it gave texts in another language, and how many were there already. */
export const EventsImported = z.strictObject({
  added: z.int(),
  translated: z.int(),
  unchanged: z.int(),
});
export type EventsImported = z.infer<typeof EventsImported>;

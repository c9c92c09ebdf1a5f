import { z } from "zod";
import type { Titles } from "./titles.ts";

/** A text that somebody writes: trimmed, not empty, and without characters that PostgreSQL cannot store. */
export const writtenText = (most: number) =>
  z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(most, `must have at most ${most} characters`)
    .refine((text) => !text.includes("\0") && !/\p{Surrogate}/u.test(text), {
      message: "contains characters that are no text",
    });

/** A text by language, English required; a plain text is English. */
export function textByLanguage(most: number) {
  const text = writtenText(most);
  const other = text.optional();
  const texts = z.strictObject({
    en: text,
    ru: other,
    kk: other,
    ky: other,
    uz: other,
    tg: other,
    tk: other,
  });
  return z.union([text.transform((en): Titles => ({ en })), texts], {
    error: `must be a text of 1 to ${most} characters, or one for each language with at least "en"`,
  });
}

/** The address of a page. Only http and https, since it becomes a link. */
export const WebAddress = z
  .url({ protocol: /^https?$/, error: "must be an address like https://www.example.org" })
  .max(2000);

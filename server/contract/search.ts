import { z } from "zod";

/** Words to search for: each must stand somewhere, in whatever case, script or language. */
export const SearchText = z
  .string()
  .trim()
  .min(1)
  .max(200)
  // Apostrophes and soft signs alone are folded away, which would leave nothing to search for.
  .refine((text) => /[\p{L}\p{N}]/u.test(text.replaceAll(/[ʻʼʹьъ]/giu, "")), {
    message: "has no letter and no digit to search for",
  });

/** A country, in either case. */
export const Country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, "is no ISO 3166-1 code: write two letters, as in KZ")
  .transform((code) => code.toUpperCase());

import type { Locale } from "../format/locale.ts";

/**
 * An amount as a reader types it, as the API takes it: spaces, and the language's mark between thousands where it parts
 * thousands, are left out; the language's decimal mark, or a point, parts the decimals. Null for what is no plain number above
 * zero: rather than guess what a comma means, it refuses.
 */
export function readAmount(typed: string, { decimal, group }: Pick<Locale, "decimal" | "group">) {
  const bare = typed.replace(/\s/g, "");
  const isGrouped = group === "," && /^\d{1,3}(,\d{3})+(\.|$)/.test(bare);
  const text = (isGrouped ? bare.replaceAll(",", "") : bare).replace(decimal, ".");
  return /^\d{1,15}(\.\d{1,10})?$/.test(text) && Number(text) > 0 ? text : null;
}

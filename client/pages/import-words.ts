import { html } from "lit";
import type { ImportReport } from "../../server/contract/import-report.ts";
import { formatNumber } from "../format/number.ts";
import { fillText } from "../strings/fill-text.ts";
import type { Language } from "../../server/contract/language.ts";
import type { Reader } from "./reader.ts";
import { addressOfPage } from "./route.ts";

/** The address of an import's page. */
export function hrefOfImport(language: Language, id: number): string {
  return addressOfPage(language, { name: "import-report", id });
}

/** What an import brought: its file by name; an undo brings none. */
export function nameOfFile({ file, undoes }: ImportReport, { texts }: Reader): string {
  if (undoes !== null) return fillText(texts["updates.undo"], { id: String(undoes) });
  return file?.name ?? texts["updates.unnamed"];
}

/** `2,030 added`, `3 revised`, as far as there are any. */
export function countsText({ counts }: ImportReport, { texts, locale }: Reader): string {
  const parts = (["added", "revised", "withdrawn"] as const).flatMap((key) => {
    const count = counts[key] ?? 0;
    return count === 0
      ? []
      : fillText(texts[`updates.${key}`], { count: formatNumber(count, locale, 0) });
  });
  return parts.length === 0 ? texts["updates.nothing"] : parts.join(", ");
}

/** Whether an import is in force, what it takes back, and what took it back, each as a link to the other. */
export function stateOfImport(
  { undoes, undoneBy }: Pick<ImportReport, "undoes" | "undoneBy">,
  { texts, locale }: Reader,
) {
  const told = (key: "imports.isUndo" | "imports.undone", id: number) =>
    html`<a href=${hrefOfImport(locale.language, id)}
      >${fillText(texts[key], { id: String(id) })}</a
    >`;
  const parts = [
    ...(undoes === null ? [] : [told("imports.isUndo", undoes)]),
    undoneBy === null ? texts["imports.inForce"] : told("imports.undone", undoneBy),
  ];
  return parts.map((part, i) => html`${i > 0 ? " · " : ""}${part}`);
}

/** The link to the page of a series; its name as the API has it. */
export function seriesLink(name: string, { locale }: Reader) {
  const [dataset = "", key = ""] = name.split("/");
  const href = addressOfPage(locale.language, { name: "series", dataset, key });
  return html`<a href=${href}>${name}</a>`;
}

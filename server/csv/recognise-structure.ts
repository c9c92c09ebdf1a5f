import type { Structure } from "./recognised.ts";

/** The structure columns of SDMX-CSV 1.0 (`DATAFLOW`) and 2.0 (`STRUCTURE,STRUCTURE_ID,ACTION`); null where the header has none. */
export function recogniseStructure(
  header: readonly string[],
  [first = []]: readonly (readonly string[])[],
): Structure | null {
  const isSecond = header[0] === "STRUCTURE" || header[0]?.startsWith("STRUCTURE[") === true;
  const at = isSecond ? header.indexOf("STRUCTURE_ID") : header.indexOf("DATAFLOW");
  if (at < 0 || (!isSecond && at !== 0)) return null;
  const action = header.indexOf("ACTION");
  const text = (first[at] ?? "").trim();
  const column = isSecond ? "STRUCTURE_ID" : "DATAFLOW";
  return { at, column, text, action: isSecond && action >= 0 ? action : null };
}

/** The dataset's code in `AGENCY:CODE(1.0)`. */
export function structureCode({ text }: Structure): string {
  return text.replace(/^[^:]*:/, "").replace(/\(.*$/, "");
}

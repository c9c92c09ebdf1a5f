import { get } from "../api/get.ts";
import type { Language } from "../../server/contract/language.ts";
import type { Catalogue } from "./import-asking.ts";

/** The sources and the datasets that there are, and the dimensions of one. Throws as `get` does. */
export async function readCatalogue(
  dataset: string,
  lang: Language,
  signal: AbortSignal,
): Promise<Omit<Catalogue, "isComing">> {
  const [{ sources }, { datasets }, described] = await Promise.all([
    get("sources", {}, { lang }, signal),
    get("datasets", {}, { lang }, signal),
    dataset === "" ? null : get("dataset", { dataset }, { lang }, signal),
  ]);
  return {
    sources,
    datasets: datasets.map(({ code, title }) => ({ code, name: title })),
    dimensions: (described?.dimensions ?? []).map(({ code, title, codes }) => ({
      code,
      name: title,
      codes: codes.map((one) => ({ code: one.code, name: one.title })),
    })),
  };
}

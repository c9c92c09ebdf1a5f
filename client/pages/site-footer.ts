import { html, nothing, type TemplateResult } from "lit";
import { get } from "../api/get.ts";
import { describeInstant } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import type { Reader } from "./reader.ts";
import { addressOfPage, type Route } from "./route.ts";

/** What `package.json` says of this build; `vite.config.ts` puts it in. */
declare const kursVersion: string;
declare const kursLicence: string;
/** Where the source code is; empty where `package.json` names no repository. */
declare const kursRepository: string;

/** When the figures last changed, as ISO text; null where none were imported. Throws as `get` does. */
export async function readLastUpdate(signal: AbortSignal): Promise<string | null> {
  const { sources } = await get("sources", {}, {}, signal);
  const moments = sources.flatMap(({ lastImport }) => lastImport?.at ?? []);
  return moments.sort().at(-1) ?? null;
}

/** What stands under every page: whose figures, how fresh, which programme, and on which terms. */
export function renderFooter(
  { language }: Route,
  lastUpdate: string | null,
  { texts, locale }: Reader,
): TemplateResult {
  const hrefOf = (name: "sources" | "api") => addressOfPage(language, { name });
  const updated = lastUpdate === null ? "" : describeInstant(lastUpdate, locale);
  return html`<footer>
    <div>
      <p>${texts["footer.disclaimer"]}</p>
      <p class="updated">
        ${updated === "" ? nothing : fillText(texts["footer.updated"], { moment: updated })}
      </p>
      <ul>
        <li><a href=${hrefOf("sources")}>${texts["footer.sources"]}</a></li>
        <li><a href=${hrefOf("api")}>${texts["footer.open"]}</a></li>
        <li>
          ${fillText(texts["footer.version"], { version: kursVersion, licence: kursLicence })}
        </li>
        ${
          kursRepository === ""
            ? nothing
            : html`<li><a href=${kursRepository}>${texts["footer.code"]}</a></li>`
        }
      </ul>
    </div>
  </footer>`;
}

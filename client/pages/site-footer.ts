import { html, nothing, type TemplateResult } from "lit";
import { isoDay } from "../../server/contract/period.ts";
import { get } from "../api/get.ts";
import { describeInstant, describePeriod } from "../format/period.ts";
import type { Strings } from "../strings/en.ts";
import { fillText } from "../strings/fill-text.ts";
import type { Language } from "../../server/contract/language.ts";
import { drafts } from "../strings/strings.ts";
import type { Reader } from "./reader.ts";
import { addressOfPage, type Route, writeRoute } from "./route.ts";

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
  route: Route,
  lastUpdate: string | null,
  { texts, locale }: Reader,
): TemplateResult {
  const { language } = route;
  const hrefOf = (name: "sources" | "api" | "import") => addressOfPage(language, { name });
  const updated = lastUpdate === null ? "" : describeInstant(lastUpdate, locale);
  return html`<footer>
    <div>
      ${drafts.includes(language) ? renderDraftNote(language, texts) : nothing}
      <p>${texts["footer.disclaimer"]}</p>
      <p class="updated">
        ${updated === "" ? nothing : fillText(texts["footer.updated"], { moment: updated })}
      </p>
      <p class="printed">
        ${fillText(texts["footer.printed"], {
          date: describePeriod(isoDay(Date.now()), locale),
          address: location.origin + writeRoute(route),
        })}
      </p>
      <ul>
        <li><a href=${hrefOf("sources")}>${texts["footer.sources"]}</a></li>
        <li><a href=${hrefOf("api")}>${texts["footer.open"]}</a></li>
        <li><a href=${hrefOf("import")}>${texts["nav.import"]}</a></li>
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

/** Says that the texts await a native reader, and where they are. */
function renderDraftNote(language: Language, texts: Strings): TemplateResult {
  const file = `client/strings/${language}.ts`;
  return html`<p class="draft">
    ${texts["footer.draft"]}
    ${
      kursRepository === ""
        ? html`<code>${file}</code>`
        : html`<a href=${`${kursRepository}/blob/main/${file}`}><code>${file}</code></a>`
    }
  </p>`;
}

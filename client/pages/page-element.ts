import { html, type TemplateResult } from "lit";
import type { Reader } from "./reader.ts";
import type { Page, Route } from "./route.ts";

/** Chart.js comes only with the pages that draw charts. */
const loaders: Record<Page["name"], () => Promise<unknown>> = {
  overview: () => import("./kurs-overview-page.ts"),
  rate: () => import("./kurs-rate-page.ts"),
  indicator: () => import("./kurs-indicator-page.ts"),
  compare: () => import("./kurs-compare-page.ts"),
  events: () => import("./kurs-events-page.ts"),
  sources: () => import("./kurs-sources-page.ts"),
  series: () => import("./kurs-series-page.ts"),
  api: () => import("./kurs-api-page.ts"),
  import: () => import("./kurs-import-page.ts"),
  "import-report": () => import("./kurs-import-report-page.ts"),
  "not-found": () => import("./kurs-not-found-page.ts"),
};

/** The pages that write, and the one that shows how programs ask: others have no use for their texts. */
const deskPages: readonly Page["name"][] = ["api", "events", "import", "import-report"];

/** True for a page whose elements want all texts; others want those of every page only. */
export function needsAllTexts(name: Page["name"]): boolean {
  return deskPages.includes(name);
}

/** Fetches the code of a page; at once when it is here already. */
export async function loadPage(name: Page["name"]): Promise<void> {
  await loaders[name]();
}

/** The element of a route's page. Its code must have been loaded. */
export function renderPage(route: Route, { texts, locale }: Reader): TemplateResult {
  switch (route.page.name) {
    case "overview":
      return html`<kurs-overview-page
        .route=${route}
        .texts=${texts}
        .locale=${locale}
      ></kurs-overview-page>`;
    case "rate":
      return html`<kurs-rate-page
        .route=${route}
        .texts=${texts}
        .locale=${locale}
      ></kurs-rate-page>`;
    case "indicator":
      return html`<kurs-indicator-page
        .route=${route}
        .texts=${texts}
        .locale=${locale}
      ></kurs-indicator-page>`;
    case "compare":
      return html`<kurs-compare-page
        .route=${route}
        .texts=${texts}
        .locale=${locale}
      ></kurs-compare-page>`;
    case "events":
      return html`<kurs-events-page
        .route=${route}
        .texts=${texts}
        .locale=${locale}
      ></kurs-events-page>`;
    case "series":
      return html`<kurs-series-page
        .route=${route}
        .texts=${texts}
        .locale=${locale}
      ></kurs-series-page>`;
    case "sources":
      return html`<kurs-sources-page
        .route=${route}
        .texts=${texts}
        .locale=${locale}
      ></kurs-sources-page>`;
    case "api":
      return html`<kurs-api-page
        .route=${route}
        .texts=${texts}
        .locale=${locale}
      ></kurs-api-page>`;
    case "import":
      return html`<kurs-import-page
        .route=${route}
        .texts=${texts}
        .locale=${locale}
      ></kurs-import-page>`;
    case "import-report":
      return html`<kurs-import-report-page
        .route=${route}
        .texts=${texts}
        .locale=${locale}
      ></kurs-import-report-page>`;
    case "not-found":
      return html`<kurs-not-found-page
        .route=${route}
        .texts=${texts}
        .locale=${locale}
      ></kurs-not-found-page>`;
  }
}

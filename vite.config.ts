import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { shellTexts } from "./client/strings/shell-texts.ts";

interface Package {
  version: string;
  license: string;
  repository?: { url: string };
}
const { version, license, repository } = JSON.parse(
  readFileSync(new URL("./package.json", import.meta.url), "utf8"),
) as Package;

/** What pages share comes in one piece rather than in a dozen: a first view takes few requests. What needs Chart.js stays apart, and what only those need who write. */
const own =
  /chart\.js|@kurkle|kurs-chart|chart\/(register|chart-png)|client\/(api\/send|components\/(import-|kurs-dialog|kurs-import-|indent-json)|pages\/(ask-|import-(?!words)|kurs-signed-in|write-events)|strings\/desk\/|styles\/(dialog|table))/;
/** What pages with a line chart share, and the overview does without. */
const figures =
  /client\/(chart\/(?!bar-place|entity-slot|extremes|gaps|small-multiples|sparkline|svg-point|thin\.|value-axis)|components\/(chart|citation|kurs-(cite|copy|download-menu|event-list|line-figure|share)|line-|save-file)|pages\/(affected|listed-notes|nothing-shown|partial-notes|range-control|rate-table|rate-words|read-events|scale-control|share-links)|format\/difference)/;
/** What overview, comparisons and indicators share, and the rate page does without. */
const panels =
  /client\/(chart\/(bar-place|small-multiples|sparkline|svg-point)|components\/(kurs-small-multiples|kurs-sparkline|small-multiples)|pages\/(columns|compared-series|comparison-asks|figure\.|indicator-figure|measures|read-indicator))/;
const codeSplitting = {
  groups: [
    {
      name: "shared",
      priority: 2,
      minShareCount: 2,
      test: (id: string) => !own.test(id) && !figures.test(id) && !panels.test(id),
    },
    {
      name: "figures",
      priority: 1,
      minShareCount: 2,
      test: (id: string) => figures.test(id) && !own.test(id),
    },
    // The last, as a group takes with it what it needs.
    { name: "panels", priority: 0, minShareCount: 2, test: panels },
  ],
};

/** Titles and descriptions in every language, for the server to write into the shell; beside the manifest, out of the web's reach. */
const keepShellTexts: Plugin = {
  name: "keep-shell-texts",
  async generateBundle() {
    const source = JSON.stringify(await shellTexts());
    this.emitFile({ type: "asset", fileName: ".vite/shell-texts.json", source });
  },
};

/** The styles of the shell stand in it: they are small, and nothing is painted before them. The server allows exactly these. */
const inlineStyles: Plugin = {
  name: "inline-styles",
  transformIndexHtml: {
    order: "post",
    handler: (html, { bundle = {} }) =>
      html.replace(/<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g, (link, file: string) => {
        const asset = bundle[file];
        return asset?.type === "asset" ? `<style>${String(asset.source)}</style>` : link;
      }),
  },
};

/** `vite build` makes the client, `vite build --ssr` the server; both into `dist`, beside each other. */
export default defineConfig(({ isSsrBuild }) => ({
  root: isSsrBuild ? "." : "client",
  define: {
    kursVersion: JSON.stringify(version),
    kursLicence: JSON.stringify(license),
    kursRepository: JSON.stringify(repository?.url ?? ""),
  },
  plugins: isSsrBuild ? [] : [keepShellTexts, inlineStyles],
  publicDir: false,
  build: isSsrBuild
    ? {
        ssr: true,
        outDir: "dist/server",
        target: "node20",
        rollupOptions: { input: "server/cli.ts" },
        emptyOutDir: true,
      }
    : {
        outDir: "../dist/client",
        emptyOutDir: true,
        manifest: true,
        target: "es2022",
        rollupOptions: { output: { codeSplitting } },
      },
  server: { host: "127.0.0.1", proxy: { "/api/v1": "http://127.0.0.1:8080" } },
}));

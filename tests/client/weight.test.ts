import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}

const folder = "dist/client";
const manifest = JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8")) as Record<
  string,
  Chunk
>;

/** The chunks that these need before they run. */
function neededBy(names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const add = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    for (const next of manifest[name]?.imports ?? []) add(next);
  };
  names.forEach(add);
  return found;
}

const readShell = () => readFileSync(join(folder, "index.html"), "utf8");

/** What the shell names itself: scripts, styles, and the icon. */
function filesOfShell(): string[] {
  const addresses = [...readShell().matchAll(/(?:src|href)="\/([^"]+\.(?:js|css|svg))"/g)];
  return ["index.html", ...addresses.map(([, file = ""]) => file)];
}

function filesOf(...pages: string[]): string[] {
  const chunks = [...neededBy(["index.html", ...pages])].map((name) => manifest[name]);
  // The styles of the shell stand in it.
  const [, styles = ""] = /<style>(.*?)<\/style>/s.exec(readShell()) ?? [];
  const isInline = (css: string) => readFileSync(join(folder, css), "utf8") === styles;
  const files = chunks.flatMap((chunk) =>
    chunk ? [chunk.file, ...(chunk.css ?? []).filter((css) => !isInline(css))] : [],
  );
  return [...new Set([...filesOfShell(), ...files])];
}

const weigh = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
const knowsCharts = (file: string) =>
  file.endsWith(".js") &&
  /getDatasetMeta|registerables/.test(readFileSync(join(folder, file), "utf8"));

const rate = "pages/kurs-rate-page.ts";
const chart = Object.keys(manifest).filter((name) => knowsCharts(manifest[name]?.file ?? ""));

describe("the first view of the rate page", () => {
  it("weighs at most 160 KB with its chart, of which its answers may take 29", () => {
    expect(weigh(filesOf(rate, ...chart))).toBeLessThanOrEqual(131 * 1024);
  });

  it("takes at most 12 requests with its chart, of which its answers may be 6", () => {
    const files = filesOf(rate, ...chart);
    expect(files.length, files.join(" ")).toBeLessThanOrEqual(6);
  });

  it("does not wait for Chart.js, which comes in a chunk of its own", () => {
    expect(chart).not.toEqual([]);
    expect(filesOf(rate).filter(knowsCharts)).toEqual([]);
  });
});

it("the overview loads no Chart.js", () => {
  expect(filesOf("pages/kurs-overview-page.ts").filter(knowsCharts)).toEqual([]);
});

it("the texts of the pages that write come with no other page", () => {
  const names = ["overview", "rate", "compare", "indicator", "sources", "series"];
  const loaded = neededBy(["index.html", ...names.map((name) => `pages/kurs-${name}-page.ts`)]);
  expect([...loaded].filter((name) => name.includes("strings/desk"))).toEqual([]);
  const files = [...loaded].map((name) => manifest[name]?.file ?? "");
  const source = (file: string) => readFileSync(join(folder, file), "utf8");
  expect(files.filter((file) => source(file).includes("importCode.not-a-number"))).toEqual([]);
});

it("every page comes in at most 40 KB of its own", () => {
  const shared = neededBy(["index.html", ...chart]);
  const pages = Object.keys(manifest).filter((name) => name.startsWith("pages/"));
  expect(pages.length).toBeGreaterThan(6);
  for (const page of pages) {
    const own = [...neededBy([page])].filter((name) => !shared.has(name));
    const size = weigh(own.flatMap((name) => manifest[name]?.file ?? []));
    expect(size, page).toBeLessThanOrEqual(40 * 1024);
  }
});

describe("each language", () => {
  const modules = (folder: string) =>
    Object.keys(manifest).filter((name) => name.startsWith(`${folder}/`));

  it("comes by itself, and only when a reader asks for it", () => {
    const first = neededBy(["index.html", rate]);
    expect(modules("strings/desk")).toContain("strings/desk/en.ts");
    for (const folder of ["format/locales", "strings"]) {
      const others = modules(folder).filter((name) => !name.startsWith("strings/desk/"));
      expect(others.length, folder).toBe(6);
      expect(modules(folder).filter((name) => first.has(name))).toEqual([]);
    }
  });

  it("takes at most 3 KB for its numbers and dates", () => {
    for (const name of modules("format/locales"))
      expect(weigh([manifest[name]?.file ?? ""]), name).toBeLessThanOrEqual(3 * 1024);
  });

  it("takes at most 20 KB for its texts", () => {
    for (const name of modules("strings"))
      expect(weigh([manifest[name]?.file ?? ""]), name).toBeLessThanOrEqual(20 * 1024);
  });
});

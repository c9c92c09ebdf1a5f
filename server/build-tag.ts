import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./package-root.ts";

/** A tag of the code that runs: another build may answer the same question differently. */
export function buildTag(): string {
  const folder = join(packageRoot, "dist/server");
  const hash = createHash("sha256");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  for (const name of names.filter((each) => each.endsWith(".js"))) {
    hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest("base64url").slice(0, 12);
}

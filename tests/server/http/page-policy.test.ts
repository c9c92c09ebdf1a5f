import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { policyOf } from "../../../server/http/page-policy.ts";

const allowed = (policy: string, directive: string) =>
  new RegExp(`${directive} ([^;]*)`).exec(policy)?.[1]?.split(" ").sort() ?? [];
const scriptsAllowed = (policy: string) => allowed(policy, "script-src");
const hashOf = (script: string) =>
  `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

describe("the policy of a page", () => {
  it("allows what comes from this server, and each script in the page as it stands there", () => {
    const page = '<script src="/a.js"></script><script>one();</script><script>\n two\n</script>';
    expect(scriptsAllowed(policyOf(page))).toEqual(
      ["'self'", hashOf("one();"), hashOf("\n two\n")].sort(),
    );
  });

  it("allows no script in a page that has none", () => {
    expect(scriptsAllowed(policyOf("<p>Nothing here runs.</p>"))).toEqual(["'self'"]);
  });

  it("allows exactly the one script and the one style of the built page, and nothing by a wildcard or unsafe word", () => {
    const shell = readFileSync("dist/client/index.html", "utf8");
    const [, script = ""] = /<script>(.*?)<\/script>/s.exec(shell) ?? [];
    expect(script).toContain("kurs-theme");
    const policy = policyOf(shell);
    expect(scriptsAllowed(policy)).toEqual(["'self'", hashOf(script)].sort());
    const [, style = ""] = /<style>(.*?)<\/style>/s.exec(shell) ?? [];
    expect(style).toContain("--kurs-ink");
    expect(allowed(policy, "style-src")).toEqual(["'self'", hashOf(style)].sort());
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(policy).toContain("default-src 'none'");
  });
});

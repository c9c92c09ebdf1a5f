import { createHash } from "node:crypto";

/** What a page may load and run: what comes from this server, and nothing that stands in a page itself. */
export const pagePolicy = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "manifest-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
  "frame-ancestors": ["'self'"],
};

/** The same as a header for one page, which may use the scripts and styles that stand in it as they are, told by their hashes. */
export function policyOf(page: string): string {
  const within = (tag: "script" | "style") => [
    "'self'",
    ...Array.from(page.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs")), ([, text = ""]) =>
      hashOf(text),
    ),
  ];
  const allowed = { ...pagePolicy, "script-src": within("script"), "style-src": within("style") };
  return Object.entries(allowed)
    .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
    .join(";");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

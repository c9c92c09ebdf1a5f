import type { Request } from "express";

/** Browsers send few different texts, and short ones; each is negotiated once. */
const [mostTexts, longest] = [1_000, 300];

/** What a request's header comes to by `negotiate`, which reads no other header; remembered, since kept answers need it, too. */
export function negotiated<Result extends string>(
  header: "accept" | "accept-encoding" | "accept-language",
  negotiate: (req: Request) => Result,
): (req: Request) => Result {
  const known = new Map<string, Result>();
  return function rememberedResult(req) {
    const sent = req.headers[header] ?? "";
    const before = known.get(sent);
    if (before !== undefined) return before;
    const result = negotiate(req);
    if (sent.length > longest) return result;
    // So many hardly ever come; to keep track of which was used last would cost more than to begin again.
    if (known.size >= mostTexts) known.clear();
    known.set(sent, result);
    return result;
  };
}

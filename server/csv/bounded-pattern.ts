import { createContext, Script } from "node:vm";
import { KursError } from "../domain/kurs-error.ts";

/** A regular expression that cannot run away. */
export interface BoundedPattern {
  /** What it matches in a text, or null. Throws a KursError "invalid-body" when it takes too long. */
  exec: (text: string) => RegExpExecArray | null;
}

/** For all texts of a file together, each of which takes microseconds as a rule. */
const mostMs = 1_000;
/** What takes less is not counted. */
const slowMs = 2;
/** Making a pattern ready takes its time too, and nothing stops that. Twice what all pairs of currencies take. */
const longest = 2_000;
/** Codes, which are short, stand in a file again and again. */
const [mostKnown, longestKnown] = [10_000, 100];

const match = new Script("pattern.exec(text)");

/**
 * A pattern as somebody's mapping has it, which may try for hours to match a text, as `(a+)+$` does: nothing else would be
 * done meanwhile. Throws a SyntaxError for what is no regular expression, or a very long one.
 */
export function boundedPattern(source: string): BoundedPattern {
  if (source.length > longest) throw new SyntaxError(`it has more than ${longest} characters`);
  const within: { pattern: RegExp; text: string } = { pattern: new RegExp(source, "u"), text: "" };
  const context = createContext(within);
  const known = new Map<string, RegExpExecArray | null>();
  let leftMs = mostMs;
  const find = (text: string) => {
    const began = process.cpuUsage();
    within.text = text;
    try {
      // Of all that runs in this thread, only a script can be stopped.
      const timeout = Math.max(1, Math.ceil(leftMs));
      return match.runInContext(context, { timeout }) as RegExpExecArray | null;
    } catch (cause) {
      throw runaway(source, cause);
    } finally {
      // Not by the clock, by which a machine that is busy with other work would count.
      const tookMs = process.cpuUsage(began).user / 1_000;
      if (tookMs > slowMs) leftMs -= tookMs;
    }
  };
  return {
    exec(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      if (known.size >= mostKnown) known.clear();
      const found = find(text);
      if (text.length <= longestKnown) known.set(text, found);
      return found;
    },
  };
}

function runaway(source: string, cause: unknown): KursError {
  const detail = `The pattern ${source.slice(0, 200)} takes too long: write it without one repetition inside another.`;
  return new KursError("invalid-body", detail, {
    errors: [{ parameter: "pattern", message: detail }],
    cause,
  });
}

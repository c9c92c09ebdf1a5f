import { detach } from "./detach.ts";

const most = 100_000;
/** No code and no day is as long; what is would fill the memory with rubbish. */
const longest = 256;

/**
 * The function with a memory of its answers by text: files repeat few codes and days many times. The memory is bounded,
 * and holds nothing of the piece of file that a text was cut from.
 */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (text.length > longest) return read(text);
    const kept = detach(text);
    // Of the copy, as an answer may hold parts of what was read.
    const answer = read(kept);
    if (known.size >= most) known.clear();
    known.set(kept, answer);
    return answer;
  };
}

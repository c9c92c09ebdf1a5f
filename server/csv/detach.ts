/** Up to here V8 copies what it cuts. */
const copied = 12;

/**
 * The same text in memory of its own. A longer cell is only a view of the piece of file that it was cut from, and V8
 * keeps all 64 KiB of that piece for as long as the cell is kept: what outlives its batch is detached.
 */
export function detach(text: string): string {
  // V8 copies what is joined once it is cut, and this changes no text, whatever letters it has.
  return text.length > copied ? ` ${text}`.slice(1) : text;
}

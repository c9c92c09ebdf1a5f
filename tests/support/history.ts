import { expect } from "vitest";

/** The definition of the semantics, written plainly: who says what, who undoes whom, and what follows. */
export class History {
  readonly #says = new Map<number, Record<string, string>>();
  readonly #undoes = new Map<number, number>();
  /** What was current after each import and undo, by its number. */
  readonly states = new Map<number, Record<string, string>>();

  /** An import said this; null where it was not made, which is so where it changes nothing. */
  import(id: number | null, rates: Record<string, string>): void {
    const before = this.current();
    const said = Object.fromEntries(
      Object.entries(rates).filter(([period, rate]) => before[period] !== rate),
    );
    expect(id === null).toBe(Object.keys(said).length === 0);
    if (id === null) return;
    this.#says.set(id, said);
    this.states.set(id, this.current());
  }

  /** An undo took `target` back. */
  undo(id: number, target: number): void {
    this.#undoes.set(id, target);
    this.states.set(id, this.current());
  }

  /** One of those in force, undos too; undefined when there is none. */
  undoable(choice: number): number | undefined {
    const inForce = [...this.states.keys()].filter((id) => this.#isInForce(id));
    return inForce[choice % Math.max(1, inForce.length)];
  }

  /** Of each period what the newest import in force says. */
  current(): Record<string, string> {
    const standing = [...this.#says].filter(([id]) => this.#isInForce(id));
    return standing.reduce((all, [, said]) => ({ ...all, ...said }), {});
  }

  #isInForce(id: number): boolean {
    return ![...this.#undoes].some(
      ([undoing, target]) => target === id && this.#isInForce(undoing),
    );
  }
}

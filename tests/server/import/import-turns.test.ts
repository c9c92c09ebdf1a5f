import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { ImportTurns, turnOf } from "../../../server/import/import-turns.ts";

/** Imports that last until they are told to end, and what happened in which order. */
function imports() {
  const turns = new ImportTurns();
  const told: string[] = [];
  const begin = (label: string, name: string, signal = new AbortController().signal) => {
    let end = (): void => undefined;
    const ending = new Promise<void>((resolve) => (end = resolve));
    const over = turns.seated(label, async (seat) => {
      await turnOf(seat, signal);
      told.push(`${name} begins`);
      await ending;
      told.push(`${name} ends`);
    });
    return { over, end };
  };
  return { told, begin };
}

describe("imports with one token", () => {
  it("come one after another, in the order in which they came", async () => {
    const { told, begin } = imports();
    const [first, second, third] = [begin("a", "1"), begin("a", "2"), begin("a", "3")];
    third.end();
    second.end();
    await turn();
    expect(told).toEqual(["1 begins"]);
    first.end();
    await Promise.all([first.over, second.over, third.over]);
    const order = ["1 begins", "1 ends", "2 begins", "2 ends", "3 begins", "3 ends"];
    expect(told).toEqual(order);
  });

  it("do not wait for those with another", async () => {
    const { told, begin } = imports();
    const [first, other] = [begin("a", "1"), begin("b", "2")];
    await turn();
    expect(told).toEqual(["1 begins", "2 begins"]);
    first.end();
    other.end();
    await Promise.all([first.over, other.over]);
  });

  it("that nobody waits for any more let the next ones come, but not before those before", async () => {
    const { told, begin } = imports();
    const first = begin("a", "1");
    const left = new AbortController();
    const second = begin("a", "2", left.signal);
    const third = begin("a", "3");
    left.abort(new Error("gone"));
    await expect(second.over).rejects.toThrow("gone");
    await turn();
    expect(told).toEqual(["1 begins"]);
    first.end();
    third.end();
    await third.over;
    expect(told).toEqual(["1 begins", "1 ends", "3 begins", "3 ends"]);
  });

  it("are refused where eight wait already, until one is over", async () => {
    const { begin } = imports();
    const all = Array.from({ length: 9 }, (_, i) => begin("a", String(i)));
    await expect(begin("a", "one too many").over).rejects.toMatchObject({
      kind: "too-many-requests",
      retryAfterSeconds: 30,
    });
    const other = begin("b", "of another");
    for (const each of [...all, other]) each.end();
    await Promise.all([...all, other].map(({ over }) => over));
    const again = begin("a", "again");
    again.end();
    await again.over;
  });

  it("that fail let the next one come", async () => {
    const turns = new ImportTurns();
    const failing = turns.seated("a", async (seat) => {
      await seat.come();
      throw new Error("no");
    });
    const next = turns.seated("a", (seat) => seat.come());
    await expect(failing).rejects.toThrow("no");
    await next;
  });
});

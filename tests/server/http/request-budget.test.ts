import type { IncomingMessage } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";
import { RequestBudget } from "../../../server/http/request-budget.ts";

afterEach(() => void vi.useRealTimers());

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** One client, whose requests come through a proxy. */
const asked = { headers: {} } as IncomingMessage;
const budgetOf = (perMinute: number) => new RequestBudget(perMinute, () => "203.0.113.1", true);

describe("the budget of a client", () => {
  it.each([
    ["back", -hourMs],
    ["forward", hourMs],
  ])(
    "keeps a client out for a minute at most when the machine's clock is set %s",
    async (_to, by) => {
      vi.useFakeTimers({ toFake: ["Date"] });
      const budget = budgetOf(2);
      const client = budget.clientOf(asked);
      for (let i = 0; i < 3; i++) await budget.count(client);
      vi.setSystemTime(Date.now() + by);
      const { resetMs } = await budget.count(client);
      expect(resetMs).toBeLessThanOrEqual(minuteMs);
      expect(client.spentUntil - performance.now()).toBeLessThanOrEqual(minuteMs);
    },
  );

  it("is a fiftieth smaller by each cheap answer, which are counted fifty at a time", async () => {
    const budget = budgetOf(10);
    const client = budget.clientOf(asked);
    for (let i = 0; i < 99; i++) budget.countCheap(client);
    expect((await budget.count(client)).remaining).toBe(8);
    budget.countCheap(client);
    expect((await budget.count(client)).remaining).toBe(6);
  });

  it("is used up by cheap answers alone, too", () => {
    const budget = budgetOf(1);
    const client = budget.clientOf(asked);
    for (let i = 0; i < 100; i++) budget.countCheap(client);
    return vi.waitFor(() => expect(client.spentUntil).toBeGreaterThan(performance.now()));
  });
});

import { expect, it } from "vitest";
import { ownCluster } from "../support/own-cluster.ts";
import { soak } from "./soak.ts";

const minutes = Number(process.env.SOAK_MINUTES ?? 20);
const cluster = ownCluster();

it(`two servers on one database answer a steady load for ${minutes} minutes without a fault and in flat memory, while a thousand connections trickle`, async () => {
  const { memory, said, ...told } = await soak({
    url: cluster.url,
    seconds: minutes * 60,
    tricklers: 1_000,
  });
  process.stdout.write(`${JSON.stringify({ minutes, ...told, memory }, null, 2)}\n`);
  for (const text of said) expect(text).not.toMatch(/"level":[56]0/);
  for (const { kind, first, last } of memory.flat())
    expect(last, `${kind} memory in MB, from ${first}`).toBeLessThan(first * 1.1 + 20);
});

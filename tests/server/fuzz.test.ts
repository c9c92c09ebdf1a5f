import { expect, it } from "vitest";
import { startApp } from "../support/app.ts";
import { fuzz } from "../fuzz/fuzz.ts";

const app = startApp();

it("answers fuzzed requests on every route without a fault, and lives on", async () => {
  const { address, token } = app;
  const seed = Math.floor(Math.random() * 2 ** 31);
  const { faults } = await fuzz({ address, token, requests: 600, seed, connections: 8 });
  expect(faults, `FUZZ_SEED=${seed}`).toEqual([]);
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
});

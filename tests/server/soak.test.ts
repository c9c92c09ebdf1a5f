import { expect, it } from "vitest";
import { cloneDatabase } from "../support/database.ts";
import { soak } from "../soak/soak.ts";

const database = cloneDatabase("fixtures");

it("two servers on one database answer a mixed load without a fault, and each sees at once what the other imports, while connections trickle", async () => {
  const { imports } = await soak({ url: database.url, seconds: 5, tricklers: 60 });
  expect(imports).toBeGreaterThan(1);
});

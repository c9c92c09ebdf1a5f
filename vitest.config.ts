import { defineConfig } from "vitest/config";

/** Every test: pure functions, a real PostgreSQL, the real app over HTTP, and pages in a real browser. */
export default defineConfig({
  test: {
    root: ".",
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One more than the two cores that the tests are meant for, since files wait for databases, browsers and clocks.
    maxWorkers: 3,
  },
});

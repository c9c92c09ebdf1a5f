import { defineConfig } from "vitest/config";

/** Every test: pure functions, a real PostgreSQL, the real app over HTTP, and pages in a real browser. */
export default defineConfig({
  test: {
    root: ".",
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // By itself Vitest leaves a core to the terminal; most files wait for a database or a browser.
    maxWorkers: 2,
  },
});

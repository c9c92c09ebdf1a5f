import { defineConfig } from "vitest/config";

/** `npm run test:crash`: minutes of killing, so it is no part of `npm test`. */
const config = defineConfig({
  test: {
    root: ".",
    include: ["tests/crash/*.crash.ts"],
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    disableConsoleIntercept: true,
  },
});

export { config as default };

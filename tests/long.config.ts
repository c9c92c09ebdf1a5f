import { defineConfig } from "vitest/config";

/** `npm run test:crash`, `test:fuzz`, `test:soak` and `test:outage`: minutes each, so they are no part of `npm test`. */
const config = defineConfig({
  test: {
    root: ".",
    include: ["tests/{crash,fuzz,soak}/*.{crash,fuzz,soak,outage}.ts"],
    testTimeout: 7_200_000,
    hookTimeout: 120_000,
    disableConsoleIntercept: true,
  },
});

export { config as default };

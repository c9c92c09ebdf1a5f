import { defineConfig, globalIgnores } from "eslint/config";
import lit from "eslint-plugin-lit";
import litA11y from "eslint-plugin-lit-a11y";
import tseslint from "typescript-eslint";

/** What each folder may not import; `tests/architecture.test.ts` holds the whole direction, these show it in the editor. */
const walls = [
  { files: ["server/contract/**"], forbidden: ["node:*", "pg", "express", "../[!.]*"] },
  {
    files: ["server/domain/**"],
    forbidden: ["node:*", "pg", "express", "../{sql,csv,import,http,cli}/*"],
  },
  { files: ["server/csv/**"], forbidden: ["pg", "express", "../{sql,import,http,cli}/*"] },
  { files: ["server/sql/**"], forbidden: ["express", "../{csv,domain,import,http,cli}/*"] },
  { files: ["server/import/**"], forbidden: ["express", "../{http,cli}/*"] },
  { files: ["client/components/**"], forbidden: ["../{api,pages}/*", "chart.js*"] },
  { files: ["client/pages/**"], forbidden: ["chart.js*"] },
];

export default defineConfig(
  globalIgnores(["dist", ".kurs", "artefacts"]),
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unnecessary-condition": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { varsIgnorePattern: "^_", argsIgnorePattern: "^_" },
      ],
      // A LosslessNumber writes itself as its digits.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        {
          allowNumber: true,
          allow: [{ from: "package", package: "lossless-json", name: "LosslessNumber" }],
        },
      ],
      eqeqeq: "error",
      "no-console": "error",
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
    },
  },
  ...walls.map(({ files, forbidden }) => ({
    files,
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: forbidden, message: "This layer may not import that one." }] },
      ],
    },
  })),
  { files: ["client/**"], ...lit.configs["flat/recommended"] },
  { files: ["client/**"], ...litA11y.configs.recommended, plugins: { "lit-a11y": litA11y } },
  { files: ["**/*.js"], ...tseslint.configs.disableTypeChecked },
  { files: ["*.config.{js,ts}"], rules: { "no-restricted-exports": "off" } },
  { files: ["tests/**"], rules: { "@typescript-eslint/no-non-null-assertion": "off" } },
);

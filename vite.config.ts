import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

interface Package {
  version: string;
  license: string;
  repository?: { url: string };
}
const { version, license, repository } = JSON.parse(
  readFileSync(new URL("./package.json", import.meta.url), "utf8"),
) as Package;

/** What pages share comes in one piece rather than in a dozen: a first view takes few requests. What needs Chart.js stays apart. */
const codeSplitting = {
  groups: [
    {
      name: "shared",
      minShareCount: 2,
      test: /^(?!.*(chart\.js|@kurkle|kurs-chart|chart\/(register|chart-png))).*$/,
    },
  ],
};

/** `vite build` makes the client, `vite build --ssr` the server; both into `dist`, beside each other. */
export default defineConfig(({ isSsrBuild }) => ({
  root: isSsrBuild ? "." : "client",
  define: {
    kursVersion: JSON.stringify(version),
    kursLicence: JSON.stringify(license),
    kursRepository: JSON.stringify(repository?.url ?? ""),
  },
  publicDir: isSsrBuild ? false : "public",
  build: isSsrBuild
    ? {
        ssr: true,
        outDir: "dist/server",
        target: "node20",
        rollupOptions: { input: "server/cli.ts" },
        emptyOutDir: true,
        copyPublicDir: false,
      }
    : {
        outDir: "../dist/client",
        emptyOutDir: true,
        manifest: true,
        target: "es2022",
        rollupOptions: { output: { codeSplitting } },
      },
  server: { host: "127.0.0.1", proxy: { "/api/v1": "http://127.0.0.1:8080" } },
}));

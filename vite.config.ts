import { defineConfig } from "vite";

/** `vite build` makes the client, `vite build --ssr` the server; both into `dist`, beside each other. */
export default defineConfig(({ isSsrBuild }) => ({
  root: isSsrBuild ? "." : "client",
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
    : { outDir: "../dist/client", emptyOutDir: true, manifest: true, target: "es2022" },
  server: { host: "127.0.0.1", proxy: { "/api/v1": "http://127.0.0.1:8080" } },
}));

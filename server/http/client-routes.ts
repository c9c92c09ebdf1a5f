import { readFileSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";
import { type Language, languages } from "../contract/language.ts";
import { refuseMethod } from "./allowed-methods.ts";
import { policyOf } from "./page-policy.ts";
import { readShell } from "./shell.ts";

/** The client: its files, and one shell for every page, which says its language and title before any script runs. */
export function clientRoutes(folder: string): Router {
  const writeShell = readShell(folder);
  const policy = policyOf(readFileSync(join(folder, "index.html"), "utf8"));
  const pages = new RegExp(`^/(${languages.join("|")})(/.*)?$`);
  return (
    Router()
      .use(function ignoreConditions(req, _res, next) {
        // These conditions guard against overwriting, and pages are only read; the API ignores them, too.
        delete req.headers["if-match"];
        delete req.headers["if-unmodified-since"];
        next();
      })
      // Vite puts a hash of the content into these names, so they never change.
      .use(
        "/assets",
        express.static(join(folder, "assets"), {
          immutable: true,
          maxAge: "1y",
          fallthrough: true,
          acceptRanges: false,
        }),
      )
      .use(express.static(folder, { index: false, redirect: false, acceptRanges: false }))
      .get(["/", "/api"], (req, res) => {
        const accepted = req.acceptsLanguages(...languages);
        const page = req.path === "/" ? "" : "api";
        res.vary("Accept-Language").redirect(302, `/${accepted || "en"}/${page}`);
      })
      .get(pages, (req, res) => {
        const { html, isPage } = writeShell({
          origin: `${req.protocol}://${req.host}`,
          language: req.path.slice(1, 3) as Language,
          path: req.path.slice(4),
          search: new URL(req.originalUrl, "http://localhost").search,
        });
        res.set({ "Cache-Control": "no-cache", "Content-Security-Policy": policy });
        res
          .status(isPage ? 200 : 404)
          .type("html")
          .send(html);
      })
      .all(["/", "/api", pages], (req, res) => refuseMethod(req, res, "GET, HEAD"))
  );
}

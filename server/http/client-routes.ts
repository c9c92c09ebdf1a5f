import { readFileSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";
import { type Language, languages } from "../contract/language.ts";
import { refuseMethod } from "./allowed-methods.ts";

/** The client: its files, and one shell for every page, which says its language before any script runs. */
export function clientRoutes(folder: string): Router {
  const shell = readFileSync(join(folder, "index.html"), "utf8");
  const pages = new RegExp(`^/(${languages.join("|")})(/.*)?$`);
  return (
    Router()
      // Vite puts a hash of the content into these names, so they never change.
      .use(
        "/assets",
        express.static(join(folder, "assets"), {
          immutable: true,
          maxAge: "1y",
          fallthrough: true,
        }),
      )
      .use(express.static(folder, { index: false, redirect: false }))
      .get("/", (req, res) => {
        const accepted = req.acceptsLanguages(...languages);
        res.vary("Accept-Language").redirect(302, `/${accepted || "en"}/`);
      })
      .get(pages, (req, res) => {
        const language = req.path.slice(1, 3) as Language;
        res
          .set("Cache-Control", "no-cache")
          .type("html")
          .send(shell.replace(/<html lang="[^"]*"/, `<html lang="${language}"`));
      })
      .all(["/", pages], (req, res) => refuseMethod(req, res, "GET, HEAD"))
  );
}

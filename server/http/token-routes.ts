import { type Response, Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import type { Authorize } from "./authorize.ts";
import { parse } from "./parse.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

/** Tells whose a token is, so that a page can ask for it once and know that it is right. */
export function tokenRoutes(authorize: Authorize): Router {
  return Router().get(route(endpoints.token.path), async (req, res: Response) => {
    const label = await authorize(req);
    parse(endpoints.token.query, req.query);
    // A token may be revoked at any moment.
    res.set("Cache-Control", "no-store");
    sendJson<{ label: string }>(res, { label });
  });
}

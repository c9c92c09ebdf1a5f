import { type Response, Router } from "express";
import type { z } from "zod";
import { endpoints } from "../contract/endpoints.ts";
import type { Authorize } from "./authorize.ts";
import { parse } from "./parse.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

/**
 * Tells whose a token is, so that a page can ask for it once and know that it is right; and how many bytes a file may have,
 * so that none is sent in vain.
 */
export function tokenRoutes(authorize: Authorize, importMaxBytes: number): Router {
  return Router().get(route(endpoints.token.path), async (req, res: Response) => {
    const label = await authorize(req);
    parse(endpoints.token.query, req.query);
    // A token may be revoked at any moment.
    res.set("Cache-Control", "no-store");
    sendJson<z.infer<typeof endpoints.token.response>>(res, { label, importMaxBytes });
  });
}

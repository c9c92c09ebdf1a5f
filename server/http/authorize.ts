import type { Request } from "express";
import { KursError } from "../domain/kurs-error.ts";
import { labelOfToken } from "../import/token.ts";
import type { Pool } from "../sql/database.ts";

/** The label of the token that a request carries. Throws "unauthorized" when it carries none that is in force. */
export async function authorize(pool: Pool, req: Request): Promise<string> {
  const [, token] = /^Bearer +(\S+)$/i.exec(req.get("authorization") ?? "") ?? [];
  const label = token === undefined ? undefined : await labelOfToken(pool, token);
  if (label !== undefined) return label;
  throw new KursError(
    "unauthorized",
    "Writing needs a token: send the header Authorization: Bearer kurs_….",
  );
}

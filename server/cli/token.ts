import { Command, InvalidArgumentError } from "commander";
import { createToken, endToken } from "../import/token.ts";
import { reading } from "../sql/database.ts";
import { selectTokens, type TokenRow } from "../sql/token.ts";
import { print, printJson } from "./print.ts";
import { withKurs } from "./with-kurs.ts";

/** `kurs token`: who may write. */
export const tokenCommand = new Command("token").description("say who may write");

tokenCommand
  .command("add")
  .description("make a token; it is shown this once")
  .argument("<label>", "who will use it", readLabel)
  .action((label: string) => withKurs(async ({ pool }) => print(await createToken(pool, label))));

tokenCommand
  .command("list")
  .description("list the tokens by label")
  .option("--json", "the same as JSON")
  .action(({ json }: { json?: boolean }) =>
    withKurs(async ({ pool }) => {
      const tokens = await reading(pool, selectTokens);
      if (json) return printJson({ tokens });
      for (const token of tokens) print(lineOf(token));
    }),
  );

tokenCommand
  .command("revoke")
  .description("end a token at once")
  .argument("<label>")
  .action((label: string) =>
    withKurs(async ({ pool }) => {
      await endToken(pool, label);
      print(`${label} may not write any more.`);
    }),
  );

function readLabel(label: string): string {
  if (label.length >= 1 && label.length <= 60) return label;
  throw new InvalidArgumentError("A label has 1 to 60 characters.");
}

function lineOf({ label, createdAt, lastUsedAt, revokedAt }: TokenRow): string {
  const used = lastUsedAt === null ? "never used" : `last used ${lastUsedAt}`;
  const revoked = revokedAt === null ? [] : [`revoked ${revokedAt}`];
  return [label, `made ${createdAt}`, used, ...revoked].join("\t");
}

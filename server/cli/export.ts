import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command, InvalidArgumentError, Option } from "commander";
import { endpoints } from "../contract/endpoints.ts";
import { formats } from "../contract/query.ts";
import { exportObservations } from "../http/export-observations.ts";
import { withKurs } from "./with-kurs.ts";

const { shape } = endpoints.observations.query;

interface Options {
  format: string;
  start?: string;
  end?: string;
  asOf?: string;
}

/** `kurs export`: observations to standard output, as the API gives them. */
export const exportCommand = new Command("export")
  .description("write observations to standard output; several series become one table")
  .argument("<series...>", "names such as FX/D.USD.KGS.MARKET, each perhaps with a transform: :pch")
  .addOption(new Option("--format <format>", "how it is written").choices(formats).default("csv"))
  .option(
    "--start <period>",
    "the first period, such as 2026-08 or 2026-W34",
    checkedBy(shape.start),
  )
  .option("--end <period>", "the last period", checkedBy(shape.end))
  .option("--as-of <moment>", "as it was known then: a date or a date-time", checkedBy(shape.asOf))
  .action((series: string[], { format, start, end, asOf }: Options) =>
    withKurs(({ pool }) =>
      exportObservations(
        pool,
        { series, query: { format, start, end, asOf } },
        new Date(),
        toOutput,
      ),
    ),
  );

/** The text as it is, where the API takes it. */
function checkedBy(schema: (typeof shape)["start" | "end" | "asOf"]): (text: string) => string {
  return (text) => {
    const { error } = schema.safeParse(text);
    if (!error) return text;
    throw new InvalidArgumentError(`It ${error.issues.map(({ message }) => message).join(", ")}.`);
  };
}

async function toOutput(text: string | AsyncIterable<string>): Promise<void> {
  const pieces = typeof text === "string" ? [text] : text;
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    // A reader such as `head` closes the pipe once it has what it wants.
    if (!(error instanceof Error && "code" in error && error.code === "EPIPE")) throw error;
  }
}

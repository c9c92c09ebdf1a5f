import { DatasetDefinition } from "../contract/dataset-definition.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type Pool, type Writer, writing } from "../sql/database.ts";
import { hasSeries, selectDatasets } from "../sql/select-datasets.ts";
import { mergeSourceMembers, upsertDataset } from "../sql/upsert-dataset.ts";
import { retitleSeries } from "./retitle-series.ts";

/**
 * Defines a dataset, or defines it anew: titles, codes, sources and regimes may change at any time. Throws a KursError:
 * "invalid-body" when the definition is none, "conflict" when it would change the dimensions, and so the keys, of
 * series that are there.
 */
export async function applyDataset(pool: Pool, json: unknown): Promise<DatasetDefinition> {
  const parsed = DatasetDefinition.safeParse(json);
  if (!parsed.success)
    throw refusal(
      parsed.error.issues.map(({ path, message }) => ({ parameter: path.join("."), message })),
    );
  const definition = parsed.data;
  await writing(pool, async (db) => {
    await refuseOtherKeys(db, definition);
    await upsertDataset(db, toRows(definition));
    await mergeSourceMembers(
      db,
      definition.code,
      definition.sources.map(({ code }) => code),
    );
    await retitleSeries(db, definition.code, null);
  });
  return definition;
}

function refusal(errors: { parameter: string; message: string }[]): KursError {
  const first = errors[0];
  const detail = `The definition is not valid: ${first ? `${first.parameter}: ${first.message}` : "it is empty"}`;
  return new KursError("invalid-body", detail, { errors });
}

async function refuseOtherKeys(db: Writer, { code, dimensions }: DatasetDefinition): Promise<void> {
  const [known] = await selectDatasets(db, code);
  if (!known || !(await hasSeries(db, code))) return;
  const wanted = dimensions.map((dimension) => dimension.code).join(".");
  const present = known.dimensions.map((dimension) => dimension.code).join(".");
  if (wanted !== present) {
    throw new KursError(
      "conflict",
      `${code} has series whose keys are ${present}; their dimensions cannot become ${wanted}.`,
    );
  }
}

function toRows(definition: DatasetDefinition) {
  const { code, title, description, dimensions, sources, regimes } = definition;
  const codesOf = (lender: string | undefined) =>
    dimensions.find((dimension) => dimension.code === lender)?.codes ?? [];
  return {
    code,
    title,
    description,
    definition,
    sources,
    regimes,
    dimensions: dimensions.map((dimension, position) => ({
      code: dimension.code,
      position: position + 1,
      title: dimension.title,
      open: dimension.open,
    })),
    members: dimensions.flatMap((dimension) =>
      [...dimension.codes, ...codesOf(dimension.codesOf)].map((member, position) => ({
        ...member,
        dimension: dimension.code,
        position,
      })),
    ),
  };
}

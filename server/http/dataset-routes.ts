import { Router } from "express";
import type { Dataset, Datasets } from "../contract/dataset.ts";
import { endpoints } from "../contract/endpoints.ts";
import type { Language } from "../contract/language.ts";
import { titleIn } from "../contract/titles.ts";
import { KursError } from "../domain/kurs-error.ts";
import { DatasetDefinition } from "../contract/dataset-definition.ts";
import { describeDataset } from "../import/describe-dataset.ts";
import {
  type DatasetRow,
  type MemberRow,
  selectDatasets,
  selectMembers,
} from "../sql/select-datasets.ts";
import { type AnswerParts, answering, jsonContent } from "./answer.ts";
import { route } from "./route.ts";

/** Datasets and their dimensions. */
export function datasetRoutes(parts: AnswerParts): Router {
  return Router()
    .get(
      route(endpoints.datasets.path),
      answering(parts, endpoints.datasets, (db, { language, asOf }) => ({
        scope: "all",
        body: async () => {
          const rows = await selectDatasets(db, null, asOf);
          return jsonContent<Datasets>({
            datasets: rows.map((row) => describeDataset(row, language)),
          });
        },
      })),
    )
    .get(
      route(endpoints.dataset.path),
      answering(parts, endpoints.dataset, async (db, { params, language, asOf }) => {
        const { dataset } = params;
        const [row] = await selectDatasets(db, dataset, asOf);
        if (!row) throw new KursError("unknown-dataset", `No dataset has the code ${dataset}.`);
        return {
          scope: { dataset },
          body: async () =>
            jsonContent<Dataset>(toDataset(row, await selectMembers(db, dataset), language)),
        };
      }),
    );
}

function toDataset(row: DatasetRow, members: readonly MemberRow[], language: Language): Dataset {
  const codesOf = (dimension: string) => members.filter((member) => member.dimension === dimension);
  return {
    ...describeDataset(row, language),
    kind: DatasetDefinition.parse(row.definition).kind,
    dimensions: row.dimensions.map(({ code, title, open }) => ({
      code,
      title: titleIn(title, language),
      open,
      codes: codesOf(code).map((member) => ({
        code: member.code,
        title: titleIn(member.title, language),
        ...(member.kind && { kind: member.kind }),
        ...(member.total && { total: true }),
      })),
    })),
  };
}

import { Router } from "express";
import type { Dataset, DatasetSummary } from "../contract/dataset.ts";
import { endpoints } from "../contract/endpoints.ts";
import { type Language, titleIn } from "../contract/language.ts";
import { formatPeriod } from "../contract/period.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type Pool, reading } from "../sql/database.ts";
import { DatasetDefinition } from "../contract/dataset-definition.ts";
import {
  type DatasetRow,
  type MemberRow,
  selectDatasets,
  selectMembers,
} from "../sql/select-datasets.ts";
import { languageOf } from "./language.ts";
import { parse } from "./parse.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

/** Datasets and their dimensions. */
export function datasetRoutes(pool: Pool): Router {
  return Router()
    .get(route(endpoints.datasets.path), async (req, res) => {
      const language = languageOf(req, parse(endpoints.datasets.query, req.query).lang);
      const rows = await reading(pool, (db) => selectDatasets(db, null));
      sendJson<{ datasets: DatasetSummary[] }>(res, {
        datasets: rows.map((row) => toSummary(row, language)),
      });
    })
    .get(route(endpoints.dataset.path), async (req, res) => {
      const language = languageOf(req, parse(endpoints.dataset.query, req.query).lang);
      const { dataset } = req.params;
      const [row, members] = await reading(pool, async (db) => {
        const [found] = await selectDatasets(db, dataset);
        if (!found) throw new KursError("unknown-dataset", `No dataset has the code ${dataset}.`);
        return [found, await selectMembers(db, dataset)] as const;
      });
      sendJson<Dataset>(res, toDataset(row, members, language));
    });
}

function toSummary(row: DatasetRow, language: Language): DatasetSummary {
  return {
    code: row.code,
    title: titleIn(row.title, language),
    description: titleIn(row.description, language),
    dimensions: row.dimensions.map(({ code, title }) => ({
      code,
      title: titleIn(title, language),
    })),
    seriesCount: row.seriesCount,
    firstPeriod: row.first && formatPeriod(row.first.start, row.first.frequency),
    lastPeriod: row.last && formatPeriod(row.last.start, row.last.frequency),
  };
}

function toDataset(row: DatasetRow, members: readonly MemberRow[], language: Language): Dataset {
  const codesOf = (dimension: string) => members.filter((member) => member.dimension === dimension);
  return {
    ...toSummary(row, language),
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

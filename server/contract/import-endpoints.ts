import { z } from "zod";
import { ImportChanges } from "./import-change.ts";
import { ImportJob } from "./import-job.ts";
import { ImportReport, Imports, WarningCode, warningCodes } from "./import-report.ts";
import { Mapping } from "./mapping.ts";
import { paths } from "./paths.ts";
import { Code, Cursor, listOf, Nothing, paging, wholeNumber } from "./query.ts";
import { MappingName, Mappings } from "./stored-mapping.ts";

const Flag = z.enum(["true", "false"]).transform((text) => text === "true");

/** The endpoints of imports and their mappings; what only reads is open to everybody. */
export const importEndpoints = {
  imports: {
    method: "get",
    path: paths.imports,
    summary: "Imports, newest first",
    query: z.strictObject(paging),
    response: Imports,
  },
  import: {
    method: "get",
    path: paths.import,
    summary: "The report of one import",
    query: Nothing,
    response: ImportReport,
  },
  importFile: {
    method: "get",
    path: paths.importFile,
    summary: "The file as it came",
    query: Nothing,
    response: z.string(),
  },
  postImport: {
    method: "post",
    path: paths.imports,
    summary: "Import a file, or see what an import would do",
    query: z.strictObject({
      dryRun: Flag.optional().meta({
        description: "Only tell what an import would do; nothing is stored",
      }),
      filename: z
        .string()
        .min(1, "is empty")
        .max(255)
        .regex(/^\P{Cc}*$/u, "takes no control characters")
        .optional()
        .meta({ description: "The name to keep the file under", examples: ["rates.csv"] }),
      onError: z.enum(["abort", "skip"]).optional().meta({
        description: "Whether one bad row refuses the whole file, or is left out",
        default: "abort",
      }),
      accept: listOf(WarningCode, warningCodes.length).optional().meta({
        description: "The warnings to let pass; any other stops the import",
      }),
      dataset: Code.optional().meta({
        description: "The dataset of the file, where it does not say",
        examples: ["FX"],
      }),
      source: Code.optional().meta({
        description: "Who publishes the file, where it does not say",
        examples: ["NBKR"],
      }),
      mapping: MappingName.optional().meta({
        description: "The stored mapping to read the file by",
      }),
    }),
    response: ImportReport,
  },
  importChanges: {
    method: "get",
    path: paths.importChanges,
    summary: "Every observation that an import added, revised or withdrew",
    query: z.strictObject({
      limit: wholeNumber(1, 100_000).optional().meta({
        description: "The most changes of one answer; `next`, or `Link` of CSV, leads on",
        default: 1000,
      }),
      cursor: Cursor.optional(),
      format: z.enum(["json", "csv"]).optional().meta({
        description: "How the answer is written; else `Accept` decides",
        default: "json",
      }),
    }),
    response: ImportChanges,
  },
  importJob: {
    method: "get",
    path: paths.importJob,
    summary: "How far an import is that goes on after its request was answered",
    query: Nothing,
    response: ImportJob,
  },
  deleteImportJob: {
    method: "delete",
    path: paths.importJob,
    summary: "Cancel an import that runs; nothing is stored",
    query: Nothing,
    response: ImportJob,
  },
  mappings: {
    method: "get",
    path: paths.mappings,
    summary: "The stored mappings",
    query: Nothing,
    response: Mappings,
  },
  mapping: {
    method: "get",
    path: paths.mapping,
    summary: "One stored mapping",
    query: Nothing,
    response: Mapping,
  },
  putMapping: {
    method: "put",
    path: paths.mapping,
    summary: "Store a mapping, in place of the one that has its name",
    query: Nothing,
    response: Mapping,
  },
  postUndo: {
    method: "post",
    path: paths.undoImport,
    summary: "Take an import back",
    query: Nothing,
    response: ImportReport,
  },
} as const;

import { z } from "zod";
import { ImportReport, Imports } from "./import-report.ts";
import { paths } from "./paths.ts";
import { Code, Nothing, paging } from "./query.ts";

const Flag = z.enum(["true", "false"]).transform((text) => text === "true");

/** The endpoints of imports; all but `post…` are open to readers. */
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
      dryRun: Flag.optional(),
      filename: z.string().max(255).optional(),
      onError: z.enum(["abort", "skip"]).optional(),
      dataset: Code.optional(),
      source: Code.optional(),
    }),
    response: ImportReport,
  },
  postUndo: {
    method: "post",
    path: paths.undoImport,
    summary: "Take an import back",
    query: Nothing,
    response: ImportReport,
  },
} as const;

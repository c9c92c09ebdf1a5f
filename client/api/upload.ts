import type { ImportJob } from "../../server/contract/import-job.ts";
import type { Mapping } from "../../server/contract/mapping.ts";
import { paths } from "../../server/contract/paths.ts";
import { ApiProblem, readProblem } from "./api-problem.ts";
import { forgetToken, readToken } from "./token.ts";

/** A file on its way to an import, and how it is to be read. */
export interface Upload {
  file: File;
  mapping: Mapping | null;
  query: Readonly<Record<string, string>>;
}

/** While it goes: an abort, and how many bytes have gone. */
interface UploadCourse {
  signal: AbortSignal;
  onSent: (bytes: number) => void;
}

/**
 * Sends a file with the token of this tab, to be read by a job; resolves when the server has all of it. Throws as
 * `send`
 * does. `fetch` does not tell how far a body has gone, so this is a request of the older kind.
 */
export function upload(wish: Upload, { signal, onSent }: UploadCourse): Promise<ImportJob> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${paths.imports}?${new URLSearchParams(wish.query).toString()}`);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("prefer", "respond-async");
    request.setRequestHeader("authorization", `Bearer ${readToken()?.token ?? ""}`);
    request.upload.onprogress = ({ loaded }) => {
      onSent(Math.min(loaded, wish.file.size));
    };
    request.onload = () => {
      readAnswer(request).then(resolve, reject);
    };
    request.onerror = () => {
      reject(new ApiProblem("network", "The connection was lost."));
    };
    request.onabort = () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
    };
    signal.addEventListener(
      "abort",
      () => {
        request.abort();
      },
      { once: true },
    );
    request.send(formOf(wish));
  });
}

/** The mapping goes before the file: a server knows then what is coming. */
function formOf({ file, mapping }: Upload): FormData {
  const form = new FormData();
  if (mapping) form.append("mapping", JSON.stringify(mapping));
  form.append("file", file, file.name);
  return form;
}

async function readAnswer(request: XMLHttpRequest): Promise<ImportJob> {
  const { status, statusText, responseText } = request;
  if (status >= 200 && status < 300) return JSON.parse(responseText) as ImportJob;
  const headers = new Headers();
  for (const name of ["content-type", "retry-after"]) {
    const value = request.getResponseHeader(name);
    if (value !== null) headers.set(name, value);
  }
  const problem = await readProblem(new Response(responseText, { status, statusText, headers }));
  if (problem.kind === "unauthorized") forgetToken();
  throw problem;
}

import { KursError } from "../domain/kurs-error.ts";

/**
 * Throws "unknown-series" for a key that means several series: values are given of series that are named one by one.
 */
export function refuseMask(key: string, parameter: string): void {
  if (!key.split(".").some((code) => code === "" || /[*+ ]/.test(code))) return;
  const message = `${parameter}: ${key.slice(0, 400)} is a mask; masks belong to /api/v1/series, which lists the series that they match`;
  throw new KursError("unknown-series", message, { errors: [{ parameter, message }] });
}

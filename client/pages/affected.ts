import type { Change } from "../api/changes.ts";

/** True where some imports changed series with one of these codes in their key, or more series than were told. */
export function areOf(changes: readonly Change[], codes: readonly string[]): boolean {
  return hasChanged(changes, (name) => {
    const parts = (name.split("/")[1] ?? "").split(".");
    return codes.some((code) => parts.includes(code));
  });
}

/** True where some imports changed a series whose name is like that, or more series than were told. */
export function hasChanged(changes: readonly Change[], isLike: (name: string) => boolean): boolean {
  return changes.some(
    ({ series, seriesCount }) =>
      seriesCount > series.length || series.some(({ series: name }) => isLike(name)),
  );
}

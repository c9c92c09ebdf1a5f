/** The reason of a start that was ended by a signal. */
export class ToldToStop extends Error {
  override readonly name = "ToldToStop";
}

/** Ctrl+C under npm comes twice, from the terminal and from npm. */
const sameMs = 1_000;

/**
 * A signal that aborts at the first SIGINT or SIGTERM from now on, with a ToldToStop. Another one a second later or
 * more ends the process at once: who sends it has waited enough.
 */
export function toldToStop(): AbortSignal {
  const told = new AbortController();
  let toldAt = Infinity;
  const hear = (name: NodeJS.Signals) => {
    if (performance.now() - toldAt > sameMs) process.exit(1);
    if (told.signal.aborted) return;
    toldAt = performance.now();
    told.abort(new ToldToStop(`The server was told to stop by ${name}.`));
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, hear);
  return told.signal;
}

const eachMs = 100;

/** A line that tells how far a file is read, on a terminal. */
export interface Progress {
  rows: (rows: number) => void;
  /** Called before `rows` counts the rows of these bytes. */
  bytes: (bytes: number, totalBytes: number) => void;
  /** The last count and a line feed, so that what follows begins a line of its own. */
  end: () => void;
}

/** Writes how far the import of a file is, ten times a second at most. `now` gives milliseconds. */
export function createProgress(
  name: string,
  write: (text: string) => void,
  now: () => number,
): Progress {
  let [last, percent, at] = [0, 0, -Infinity];
  let [told, written] = ["", ""];
  const tell = () => {
    written = told;
    write(`\r${told}`);
  };
  return {
    rows: (rows) => {
      last = rows;
      told = `${name}: ${last} rows read, ${percent} %`;
      if (now() - at < eachMs) return;
      at = now();
      tell();
    },
    bytes: (bytes, totalBytes) => {
      percent = Math.floor((bytes / totalBytes) * 100);
    },
    end: () => {
      if (written !== told) tell();
      if (last > 0) write("\n");
    },
  };
}

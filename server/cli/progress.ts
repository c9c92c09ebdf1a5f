const eachMs = 100;

/** A line that tells how many rows are read, on a terminal. */
export interface Progress {
  rows: (rows: number) => void;
  /** The last count and a line feed, so that what follows begins a line of its own. */
  end: () => void;
}

/** Writes how far the import of a file is, ten times a second at most. `now` gives milliseconds. */
export function createProgress(
  name: string,
  write: (text: string) => void,
  now: () => number,
): Progress {
  let [last, written, at] = [0, 0, -Infinity];
  const tell = () => {
    written = last;
    write(`\r${name}: ${last} rows read`);
  };
  return {
    rows: (rows) => {
      last = rows;
      if (now() - at < eachMs) return;
      at = now();
      tell();
    },
    end: () => {
      if (written !== last) tell();
      if (last > 0) write("\n");
    },
  };
}

import { Transform } from "node:stream";
import { KursError } from "../domain/kurs-error.ts";

/** Passes bytes on, up to a limit; past it the stream fails with "too-large". */
export function byteLimit(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= maxBytes) return done(null, chunk);
      const detail = `The file is larger than ${maxBytes} bytes, the most that this server takes (IMPORT_MAX_BYTES).`;
      done(new KursError("too-large", detail));
    },
  });
}

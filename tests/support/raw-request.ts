import { connect } from "node:net";

/** What a server sends back on one connection to these bytes, until it closes it. */
export async function rawRequest(address: string, ...pieces: string[]): Promise<string> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  for (const piece of pieces) socket.write(piece, "latin1");
  let received = "";
  return new Promise((resolve, reject) => {
    socket.on("data", (bytes) => (received += bytes.toString("latin1")));
    socket.on("close", () => resolve(received));
    // What closes while more is sent may be cut off after its answer.
    socket.on("error", (error) => (received === "" ? reject(error) : resolve(received)));
  });
}

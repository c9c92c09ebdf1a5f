import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/** Tells the address that a request comes from, as far as clients are told apart by it. */
export type ClientOf = (req: Pick<IncomingMessage, "headers" | "socket">) => string;

/**
 * How clients are told apart: by the connection's other end or, with a proxy before this server, by the address that the
 * proxy put last into `X-Forwarded-For`; what stands before that, anybody may have written. Of IPv6 by the first half
 * (/64), which is what one customer gets.
 */
export function clientsBy(trustProxy: boolean): ClientOf {
  return function clientOf({ headers, socket }) {
    const forwarded = trustProxy ? headers["x-forwarded-for"] : undefined;
    const [last] = String(forwarded ?? "").match(/[^,\s]+(?=\s*$)/) ?? [];
    return networkOf(last ?? socket.remoteAddress ?? "");
  };
}

/** An IPv4 address as it is, an IPv6 address as its /64; whatever is neither, as it is, cut short. */
export function networkOf(address: string): string {
  const [, ipv4] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (ipv4 !== undefined) return ipv4;
  if (!isIPv6(address)) return address.slice(0, 45);
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const after = tail === "" ? [] : tail.split(":");
    // An IPv4 address at the end stands for two groups.
    const length = after.length + (after.at(-1)?.includes(".") ? 1 : 0);
    while (groups.length + length < 8) groups.push("0");
    groups.push(...after);
  }
  const half = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${half.join(":")}::/64`;
}

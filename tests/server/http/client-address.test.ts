import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clientsBy, networkOf } from "../../../server/http/client-address.ts";

const asking = (
  address: string,
  forwarded?: string,
): Pick<IncomingMessage, "headers" | "socket"> => ({
  socket: { remoteAddress: address } as Socket,
  headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
});

describe("clients are told apart", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::", "0:0:0:0::/64"],
    ["1::", "1:0:0:0::/64"],
    ["1:2:3:4:5:6:1.2.3.4", "1:2:3:4::/64"],
    ["1::1.2.3.4", "1:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("%s as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("of IPv6 by the first half of the address, however it is written", () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    const half = fc.tuple(group, group, group, group);
    fc.assert(
      fc.property(half, half, (first, second) => {
        const text = [...first, ...second].map((each) => each.toString(16)).join(":");
        const compressed = new URL(`http://[${text}]`).hostname.slice(1, -1);
        const network = `${first.map((each) => each.toString(16)).join(":")}::/64`;
        expect([networkOf(text), networkOf(compressed)]).toEqual([network, network]);
      }),
    );
  });

  it("by the connection, unless a proxy is trusted", () => {
    const clientOf = clientsBy(false);
    expect(clientOf(asking("10.0.0.1", "203.0.113.7"))).toBe("10.0.0.1");
  });

  it("by what the proxy itself has put last, never by what was sent to it", () => {
    const clientOf = clientsBy(true);
    expect(clientOf(asking("10.0.0.1", "203.0.113.7"))).toBe("203.0.113.7");
    expect(clientOf(asking("10.0.0.1", "1.2.3.4, 203.0.113.7 "))).toBe("203.0.113.7");
    expect(clientOf(asking("10.0.0.1"))).toBe("10.0.0.1");
    expect(clientOf(asking("10.0.0.1", ""))).toBe("10.0.0.1");
  });
});

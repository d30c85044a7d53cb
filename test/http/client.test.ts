import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { CLIENT_HEADER, clientOf } from "@/lib/http/door/client.mjs";
import { clientLimit, REQUESTS } from "@/lib/http/door/client-limit.mjs";
import { createDoor } from "@/lib/http/door/server.mjs";

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage;

it.each<[string, string, string | undefined, number, string]>([
  ["the connection", "192.0.2.7", undefined, 0, "192.0.2.7"],
  ["the connection, whatever it says of itself", "192.0.2.7", "198.51.100.1", 0, "192.0.2.7"],
  ["what the one proxy in front saw", "10.0.0.1", "203.0.113.9, 198.51.100.1", 1, "198.51.100.1"],
  ["what the outer of two proxies saw", "10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.2", 2, "198.51.100.1"],
  ["the connection where a proxy says nothing", "10.0.0.1", undefined, 1, "10.0.0.1"],
  ["an IPv4 address, however it is written", "::ffff:192.0.2.7", undefined, 0, "192.0.2.7"],
  ["the network of an IPv6 address", "2001:db8:1:2:aaaa::1", undefined, 0, "2001:db8:1:2::/64"],
  ["the same network for its neighbour", "2001:db8:1:2:bbbb:0:0:2", undefined, 0, "2001:db8:1:2::/64"],
  ["a short IPv6 address", "::1", undefined, 0, "0:0:0:0::/64"],
])("takes for the client %s", (_, remote, forwarded, proxies, client) => {
  expect(clientOf(from(remote, forwarded), proxies)).toBe(client);
});

it("gives each client its share of the API, says when to go on, and counts no page", async () => {
  const share = await clientLimit(1);
  for (let count = 0; count < REQUESTS.points; count++) await share("/api/v1/estimate", "a");
  expect(await share("/api/v1/estimate", "a")).toMatchObject({
    status: 429,
    headers: { "Retry-After": "10" },
  });
  expect(await share("/mcp", "a")).toMatchObject({ status: 429 });
  expect(await share("/api/v1/estimate", "b")).toBeNull();
  expect(await share("/", "a")).toBeNull();
  const lifted = await clientLimit(0);
  for (let count = 0; count <= REQUESTS.points; count++) expect(await lifted("/api/v1/x", "a")).toBeNull();
});

it("refuses at the door, before anything is done, and tells the app who asks", async () => {
  const asked: unknown[] = [];
  const door = createDoor({
    handle: async ({ headers }, response) => {
      asked.push(headers[CLIENT_HEADER]);
      response.end("done");
    },
    routes: [],
    share: async (url) => (url === "/api/full" ? { status: 429, title: "Too many", headers: {} } : null),
  });
  await once(door.server.listen(0, "127.0.0.1"), "listening");
  const at = `http://127.0.0.1:${(door.server.address() as AddressInfo).port}`;
  const refused = await fetch(`${at}/api/full`);
  expect([refused.status, refused.headers.get("content-type")]).toEqual([429, "application/problem+json"]);
  await fetch(`${at}/api/free`, { headers: { [CLIENT_HEADER]: "forged" } });
  expect(asked).toEqual(["127.0.0.1"]);
  await door.stop();
});

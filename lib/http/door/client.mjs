import { isIPv6 } from "node:net";

/** The header by which the door tells the app who asks; whatever a client sends in it is replaced. */
export const CLIENT_HEADER = "x-planner-client";

/**
 * Who asks: the address of the connection, or, behind so many proxies of one's own, the address that the outermost of
 * them saw. A network's host part of IPv6 is one client's to choose, so that only the first 64 bits count.
 * @param {import("node:http").IncomingMessage} request @param {number} proxies @returns {string}
 */
export function clientOf({ headers, socket }, proxies) {
  const seen = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter(Boolean);
  const told = proxies > 0 ? seen[Math.max(0, seen.length - proxies)] : undefined;
  const address = (told ?? socket.remoteAddress ?? "unknown").slice(0, 64).replace(/^::ffff:/i, "");
  return isIPv6(address) ? networkOf(address) : address;
}

/** The first 64 bits of an IPv6 address. @param {string} address */
function networkOf(address) {
  const [before = "", after] = address.split("::");
  const head = before.split(":").filter(Boolean);
  const tail = after === undefined ? [] : after.split(":").filter(Boolean);
  const groups =
    after === undefined
      ? head
      : [...head, ...Array(Math.max(0, 8 - head.length - tail.length)).fill("0"), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

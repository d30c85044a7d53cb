import { methodsAt } from "./route-methods.mjs";

/** @typedef {{ status: number, title: string, detail?: string, headers?: Record<string, string> }} Refusal */

const KNOWN = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const SAFE = ["GET", "HEAD", "OPTIONS"];

/**
 * Why a request is refused before the app sees it, or null: a method that its address does not answer, or a change
 * that a page of another origin asks for.
 * @param {{ method?: string, url?: string, headers: import("node:http").IncomingHttpHeaders }} request
 * @param {import("./route-methods.mjs").RouteMethods[]} routes @returns {Refusal | null}
 */
export function refusalOf({ method = "GET", url = "/", headers }, routes) {
  const [path = "/"] = url.split("?");
  const allowed = methodsAt(routes, path) ?? KNOWN;
  if (!allowed.includes(method)) {
    return {
      status: 405,
      title: `${method} is not possible here`,
      detail: `Possible here: ${allowed.join(", ")}.`,
      headers: { Allow: allowed.join(", ") },
    };
  }
  if (SAFE.includes(method) || isOwnOrigin(headers)) return null;
  return {
    status: 403,
    title: "A page of another origin asked for this",
    detail: "Only this site's own pages, and programs that are no browser, may send this.",
  };
}

/**
 * Whether a request comes from a page of this very origin, or from no page at all. Browsers say where it comes from
 * (Sec-Fetch-Site; over plain HTTP to other machines only Origin), and no page can make them say otherwise.
 * @param {import("node:http").IncomingHttpHeaders} headers
 */
function isOwnOrigin(headers) {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin } = headers;
  if (origin === undefined) return true;
  // A proxy in front may have changed Host; a page of another origin cannot send X-Forwarded-Host unasked.
  const forwarded = String(headers["x-forwarded-host"] ?? "").split(",");
  const own = [headers.host ?? "", ...forwarded].map((host) => host.trim()).filter(Boolean);
  return URL.canParse(origin) && own.includes(new URL(origin).host);
}

const REPLACEMENT = encodeURIComponent("\uFFFD");

/**
 * An address whose parts can all be decoded: a part that is no UTF-8 becomes one that names nothing, so that every
 * route answers as it does to any unknown name. Next answers such a part with a 500.
 * @param {string} url @returns {string}
 */
export function decodable(url) {
  const end = url.indexOf("?");
  const path = end < 0 ? url : url.slice(0, end);
  const parts = path.split("/").map((part) => {
    try {
      decodeURIComponent(part);
      return part;
    } catch {
      return REPLACEMENT;
    }
  });
  return parts.join("/") + (end < 0 ? "" : url.slice(end));
}

import { expect, test } from "@playwright/test";
import { decodeScenario } from "@/lib/scenario";
import { decodeAddition } from "@/lib/scenario/addition";

const START = [
  "/",
  "/hardware",
  "/models",
  "/prices",
  "/prices/api",
  "/prices/energy",
  "/method",
  "/accuracy",
  "/claims",
];
/** Requests under way at a time: the server draws pages on one core. */
const AT_ONCE = 4;

type Page = { status: number; location: string | null; body: string };

/** With Node's own requests: over a thousand pages Playwright's take twice as long. */
async function open(address: string): Promise<Page> {
  const response = await fetch(address, { redirect: "manual" });
  const { status, headers } = response;
  return { status, location: headers.get("location"), body: await response.text() };
}

const plainText = (text: string) =>
  text.replaceAll("&amp;", "&").replaceAll("&#x27;", "'").replaceAll("&quot;", '"');

/** Addresses within the site that a page's links lead to, as they stand in its HTML. */
function linksOf(path: string, html: string): string[] {
  const found = [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href = ""]) => plainText(href));
  const base = new URL(path, "http://site");
  const invalid = found.filter((href) => !URL.canParse(href, base));
  if (invalid.length > 0) throw new Error(`${path} links to ${invalid.join(", ")}, which is no address`);
  const inside = found.map((href) => new URL(href, base)).filter(({ host }) => host === base.host);
  return [...new Set(inside.map(({ pathname, search, hash }) => `${pathname}${search}${hash}`))];
}

/** What is wrong with where a redirect into the planner leads; nothing when it opens. */
function planFault(location: string | null): string | undefined {
  const { hash } = new URL(location ?? "", "http://site");
  if (hash.startsWith("#add=")) return decodeAddition(hash.slice(5)) ? undefined : "adds nothing";
  const reading = decodeScenario(hash.replace(/^#d=/, ""));
  return reading.ok ? undefined : reading.errors[0]?.message;
}

test("every link on every page leads somewhere, and so does every plan", async ({ baseURL }) => {
  test.setTimeout(300_000);
  const pages = new Map<string, Page>();
  const from = new Map<string, string>();
  let ahead = START.map((path) => ({ path, page: "the start" }));
  const wanted: { address: string; page: string }[] = [];
  while (ahead.length > 0) {
    const batch = ahead.filter(({ path }) => !pages.has(path));
    ahead = [];
    for (let at = 0; at < batch.length; at += AT_ONCE) {
      await Promise.all(
        batch.slice(at, at + AT_ONCE).map(async ({ path, page }) => {
          if (pages.has(path)) return;
          from.set(path, page);
          const opened = await open(`${baseURL}${path}`);
          pages.set(path, opened);
          if (opened.status !== 200 || !opened.body.startsWith("<!DOCTYPE html>")) return;
          for (const address of linksOf(path, opened.body)) {
            wanted.push({ address, page: path });
            const target = address.replace(/#.*/s, "");
            if (!pages.has(target)) ahead.push({ path: target, page: path });
          }
        }),
      );
    }
  }
  const plans = [...pages].filter(([path]) => /\/plan(\?|$)/.test(path));
  expect(plans.length).toBeGreaterThan(200);
  const faults = [...pages].flatMap(([path, { status, location }]) => {
    const fault = status === 307 ? planFault(location) : status === 200 ? undefined : `answers ${status}`;
    return fault ? [`${path} (on ${from.get(path)}): ${fault}`] : [];
  });
  const anchors = wanted.filter(({ address }) => address.includes("#") && !address.startsWith("/#"));
  const missing = anchors.filter(({ address }) => {
    const [path = "", id = ""] = address.split("#");
    return id !== "" && !pages.get(path)?.body.includes(`id="${decodeURIComponent(id)}"`);
  });
  console.log(`${pages.size} pages, ${plans.length} plans, ${anchors.length} links into a page`);
  expect(faults).toEqual([]);
  expect(missing.map(({ address, page }) => `${address} (on ${page})`)).toEqual([]);
});

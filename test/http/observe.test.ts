import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { Metrics } from "@/lib/http/door/metrics.mjs";
import { observe } from "@/lib/http/door/observe.mjs";
import { routeLabels } from "@/lib/http/door/route-label.mjs";
import type { Answered } from "@/lib/http/door/server.mjs";
import { freePort } from "@/scripts/setup/port.mjs";
import { get, pause, serving } from "./serving";

const ID = "Zx9".repeat(7).slice(0, 20).padEnd(22, "q");
const answer = (more: Partial<Answered>): Answered => ({
  method: "GET",
  url: `/s/${ID}?t=1`,
  status: 200,
  seconds: 0.02,
  refused: false,
  aborted: false,
  ...more,
});

describe("the route of an address", () => {
  const routeOf = routeLabels("app");
  it.each([
    ["/", "/"],
    [`/s/${ID}?x=/api`, "/s/[viewId]"],
    [`/s/${ID}/v/3`, "/s/[viewId]/v/[number]"],
    [`/api/v1/scenarios/${ID}/links/${ID}`, "/api/v1/scenarios/[viewId]/links/[linkId]"],
    ["/library/compare?a=1", "/library/compare"],
    ["/_next/static/chunks/a.js", "static"],
    ["/wp-login.php", "none"],
    [`/${ID}`, "none"],
  ])("%s is %s", (url, route) => expect(routeOf(url)).toBe(route));
});

describe("metrics", () => {
  it("are Prometheus text, whose buckets add up", () => {
    const metrics = new Metrics(() => 3);
    for (const seconds of [0.001, 0.02, 0.3, 20])
      metrics.count({ method: "GET", route: "/", status: 200, seconds });
    metrics.refuse();
    const lines = metrics.text().trimEnd().split("\n");
    const odd = lines.filter((line) => !/^(# (HELP|TYPE) \w+ .+|\w+(\{[^{}]+\})? -?[\d.e+-]+)$/.test(line));
    expect(odd).toEqual([]);
    const value = (start: string) =>
      Number(
        lines
          .find((line) => line.startsWith(start))
          ?.split(" ")
          .at(-1),
      );
    const bucket = (le: string) =>
      value(`http_request_duration_seconds_bucket{method="GET",route="/",status="200",le="${le}"}`);
    expect(["0.005", "0.025", "0.5", "10", "+Inf"].map(bucket)).toEqual([1, 2, 3, 3, 4]);
    expect(value("http_request_duration_seconds_sum")).toBeCloseTo(20.321, 6);
    expect(value("http_requests_refused_total")).toBe(1);
    expect(value("http_requests_in_work")).toBe(3);
    expect(value("process_resident_memory_bytes")).toBeGreaterThan(1e6);
  });
});

describe("the door", () => {
  it("tells of every answer once: its status, and whether the load was the reason or the peer left", async () => {
    const told: Answered[] = [];
    const { port, end } = await serving(
      async (request, response) => {
        if (request.url === "/late") await pause(50);
        response.statusCode = request.url === "/odd" ? 404 : 200;
        response.end("done");
      },
      { inWork: 1 },
      (each) => told.push(each),
    );
    await get(port, "/odd");
    const late = get(port, "/late");
    await pause(20);
    await get(port, "/refused");
    await late;
    await get(port, "/_next/static/a.js");
    while (told.length < 3) await pause(5);
    end();
    expect(told.map(({ url, status, refused }) => [url, status, refused])).toEqual([
      ["/odd", 404, false],
      ["/refused", 503, true],
      ["/late", 200, false],
    ]);
    expect(told[2]?.seconds).toBeGreaterThan(0.045);
  });
});

describe("what the server says of itself", () => {
  const kept = { error: console.error, warn: console.warn };
  afterEach(() => Object.assign(console, kept));

  it("stands on a port of its own, and holds no address", async () => {
    const port = await freePort();
    const watch = await observe("app", { METRICS_PORT: String(port), LOG_LEVEL: "silent" });
    watch.answered(answer({}));
    watch.answered(answer({ status: 503, refused: true }));
    await watch.serveMetrics(() => 7);
    const { status, text } = await get(port, "/metrics");
    expect(status).toBe(200);
    expect(text).toMatch(/_count\{method="GET",route="\/s\/\[viewId\]",status="200"\} 1/);
    expect(text).toContain("http_requests_in_work 7");
    expect(text).not.toContain(ID);
    expect((await get(port, "/")).status).toBe(404);
    watch.end();
  });

  it("is logged as JSON on the standard error, a line each, by what it means and without an address", async () => {
    const script = `
      const { observe } = await import("./lib/http/door/observe.mjs");
      const watch = await observe("app", { LOG_LEVEL: "info" });
      const one = (more) => watch.answered({ ...${JSON.stringify(answer({}))}, ...more });
      one({}); one({ status: 500 }); one({ status: 503, refused: true }); one({ seconds: 9 });
      console.error("database: %s", "away");`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
    let text = "";
    child.stderr.on("data", (part) => (text += part));
    await once(child, "close");
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
      [30, "answered"],
      [50, "failed"],
      [40, "refused: too busy"],
      [40, "slow"],
      [50, "database: away"],
    ]);
    expect(lines[0]).toMatchObject({ method: "GET", route: "/s/[viewId]", status: 200, ms: 20 });
    expect(text).not.toContain(ID);
  });
});

import { createServer } from "node:http";
import { format } from "node:util";
import { Metrics } from "./metrics.mjs";
import { routeLabels } from "./route-label.mjs";

/** An answer that takes longer is worth a line, s. */
const SLOW = 2.5;

/**
 * Watches what the server answers: logs as JSON, and metrics on a port of their own where one is given. Neither holds
 * an address, a header or anything that was sent: an address may be the id of a plan, which is the permission to read.
 * @param {string} appFolder @param {Record<string, string | undefined>} environment LOG_LEVEL, METRICS_PORT, METRICS_HOST
 */
export async function observe(appFolder, environment) {
  // Not before the packages are installed.
  const { default: pino } = await import("pino");
  const options = { level: environment.LOG_LEVEL || "warn", base: { pid: process.pid } };
  const log = pino(options, pino.destination({ dest: 2, sync: true }));
  // What the app, Next and the database have to say comes through the same log.
  console.error = (...parts) => log.error(format(...parts));
  console.warn = (...parts) => log.warn(format(...parts));
  const routeOf = routeLabels(appFolder);
  const metrics = new Metrics(() => inWork());
  let inWork = () => 0;
  /** @type {import("node:http").Server | undefined} */
  let server;

  return {
    /** @param {import("./server.mjs").Answered} answer */
    answered({ method, url, status, seconds, refused, aborted }) {
      const route = routeOf(url);
      metrics.count({ method, route, status, seconds });
      if (refused) metrics.refuse();
      const line = { method, route, status, ms: Math.round(seconds * 1000), ...(aborted ? { aborted } : {}) };
      if (refused) log.warn(line, "refused: too busy");
      else if (status >= 500) log.error(line, "failed");
      else if (seconds > SLOW) log.warn(line, "slow");
      else log.info(line, "answered");
    },

    /** Serves the metrics where a port was given. @param {() => number} requestsInWork */
    async serveMetrics(requestsInWork) {
      inWork = requestsInWork;
      const port = Number(environment.METRICS_PORT || 0);
      if (port === 0) return;
      server = createServer((request, response) => {
        const found = request.url === "/metrics" && (request.method === "GET" || request.method === "HEAD");
        response.writeHead(found ? 200 : 404, { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" });
        response.end(found ? metrics.text() : "");
      });
      await new Promise((resolve, reject) => {
        server
          ?.once("error", reject)
          .listen(port, environment.METRICS_HOST || "127.0.0.1", () => resolve(undefined));
      });
      server.unref();
    },

    end() {
      server?.close();
    },
  };
}

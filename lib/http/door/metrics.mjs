import { monitorEventLoopDelay } from "node:perf_hooks";

/** Upper bounds of the buckets that times are counted in, s. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Counts requests by the route that they were for, never by their address, which may hold the id of a plan; and what
 * the process uses. Written in Prometheus's text format, version 0.0.4.
 */
export class Metrics {
  /** @type {Map<string, { labels: string, count: number, sum: number, buckets: number[] }>} */
  #routes = new Map();
  #refused = 0;
  #delay = monitorEventLoopDelay({ resolution: 20 });

  /** @param {() => number} inWork requests in work now */
  constructor(inWork) {
    this.inWork = inWork;
    this.#delay.enable();
  }

  /** A request that was turned away because of the load. */
  refuse() {
    this.#refused++;
  }

  /** @param {{ method: string, route: string, status: number, seconds: number }} answer */
  count({ method, route, status, seconds }) {
    const labels = `method="${method}",route="${route}",status="${status}"`;
    const known = this.#routes.get(labels);
    const one = known ?? { labels, count: 0, sum: 0, buckets: BUCKETS.map(() => 0) };
    if (!known) this.#routes.set(labels, one);
    one.count++;
    one.sum += seconds;
    for (const [index, bound] of BUCKETS.entries())
      if (seconds <= bound) one.buckets[index] = (one.buckets[index] ?? 0) + 1;
  }

  /** All of it as text. @returns {string} */
  text() {
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const lines = [
      "# HELP http_request_duration_seconds Time from a request's headers to the end of its answer.",
      "# TYPE http_request_duration_seconds histogram",
      ...[...this.#routes.values()].flatMap(({ labels, count, sum, buckets }) => [
        ...buckets.map(
          (seen, index) => `http_request_duration_seconds_bucket{${labels},le="${BUCKETS[index]}"} ${seen}`,
        ),
        `http_request_duration_seconds_bucket{${labels},le="+Inf"} ${count}`,
        `http_request_duration_seconds_sum{${labels}} ${sum}`,
        `http_request_duration_seconds_count{${labels}} ${count}`,
      ]),
      ...single(
        "http_requests_refused_total",
        "counter",
        "Requests turned away because of the load.",
        this.#refused,
      ),
      ...single("http_requests_in_work", "gauge", "Requests that are being answered.", this.inWork()),
      ...single("process_cpu_seconds_total", "counter", "Processor time used, s.", (user + system) / 1e6),
      ...single("process_resident_memory_bytes", "gauge", "Memory that the process holds.", rss),
      ...single("nodejs_heap_used_bytes", "gauge", "Memory of JavaScript objects.", heapUsed),
      ...single("process_uptime_seconds", "gauge", "Time since the start.", process.uptime()),
      ...single(
        "nodejs_eventloop_delay_p99_seconds",
        "gauge",
        "99th percentile since last asked.",
        finite(this.#delay.percentile(99) / 1e9),
      ),
    ];
    this.#delay.reset();
    return `${lines.join("\n")}\n`;
  }
}

const finite = (/** @type {number} */ value) => (Number.isFinite(value) ? value : 0);

/** @param {string} name @param {string} type @param {string} help @param {number} value @returns {string[]} */
const single = (name, type, help, value) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  `${name} ${value}`,
];

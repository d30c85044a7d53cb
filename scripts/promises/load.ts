import type { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import autocannon from "autocannon";
import type { Application } from "./application";
import { ask, save, scenario } from "./client";
import { type Ground, type Measured, ms, type PromiseTried, tally } from "./promise";

/** What is asked at a rate. */
interface Load {
  readonly promise: string;
  readonly rate: number;
  /** The requests, which are sent in turn. */
  requests(ground: Ground): Promise<autocannon.Request[]>;
}

const LOADS: readonly Load[] = [
  {
    promise: "estimates",
    rate: 100,
    requests: async () => [
      { method: "POST", path: "/api/v1/estimate", body: JSON.stringify(scenario("load")) },
    ],
  },
  { promise: "planner pages", rate: 25, requests: async () => [{ method: "GET", path: "/" }] },
  {
    promise: "reads of shared links over 10,000 stored scenarios",
    rate: 50,
    requests: async (ground) => (await stored(ground)).map((id) => ({ method: "GET", path: `/s/${id}` })),
  },
];

/** Fills the database up with copies of one saved scenario, and gives some of their ids. */
async function stored({ server, apps, database, size }: Ground): Promise<string[]> {
  const { viewId } = await save(apps[0].url, "copied");
  const wanted = size.of(10_000, 300);
  const [{ count = 0 } = {}] = await server.query<{ count: number }>(
    "SELECT count(*)::int FROM scenario",
    database,
  );
  // As ids are made: 128 random bits in base64url.
  await server.query(
    `WITH copies AS (
       SELECT rtrim(translate(encode(decode(replace(gen_random_uuid()::text, '-', ''), 'hex'), 'base64'), '+/', '-_'), '=') AS id
       FROM generate_series(1, ${Math.max(0, wanted - count)})
     ), plans AS (
       INSERT INTO scenario (view_id, edit_key_hash, expires_at, latest_version)
       SELECT id, edit_key_hash, expires_at, 1 FROM copies, scenario WHERE view_id = '${viewId}' RETURNING view_id
     )
     INSERT INTO scenario_version (view_id, number, name, state, result, engine_version, catalog_version, content_hash)
     SELECT plans.view_id, 1, v.name, v.state, v.result, v.engine_version, v.catalog_version, v.content_hash
     FROM plans, scenario_version v WHERE v.view_id = '${viewId}'`,
    database,
  );
  const rows = await server.query<{ view_id: string }>(
    "SELECT view_id FROM scenario WHERE deleted_at IS NULL ORDER BY random() LIMIT 2000",
    database,
  );
  return rows.map((row) => row.view_id);
}

function fire(
  app: Application,
  requests: autocannon.Request[],
  rate: number,
  seconds: number,
  answered: (status: number, headers: readonly string[]) => void = () => {},
) {
  return autocannon({
    // What the parser gives: names and values by turns.
    setupClient: (client) =>
      (client as EventEmitter).on("headers", (head: { statusCode: number; headers: string[] }) =>
        answered(head.statusCode, head.headers),
      ),
    url: app.url,
    requests,
    overallRate: rate,
    duration: seconds,
    connections: Math.min(200, Math.max(10, rate)),
    timeout: 30,
  });
}

const statuses = ({ statusCodeStats = {} }: autocannon.Result): [string, number][] =>
  Object.entries(statusCodeStats).map(([status, seen]) => [status, (seen as { count?: number }).count ?? 0]);

const said = (result: autocannon.Result): string =>
  `${statuses(result)
    .map(([status, count]) => `${status}: ${count}`)
    .join(
      ", ",
    )}; p50 ${result.latency.p50} ms, p99 ${result.latency.p99} ms, slowest ${result.latency.max} ms`;

/** One of the requests, whatever comes of it. */
function first(app: Application, [request]: autocannon.Request[]) {
  const { path = "/", method = "GET", body } = request ?? {};
  return ask(`${app.url}${path}`, { method, ...(body ? { body: String(body) } : {}) });
}

const WELL = new Set(["200"]);
/** What may be said where there is more than can be done. */
const FEW = new Set(["200", "201", "429", "503"]);

const promised = (load: Load): PromiseTried => ({
  group: "Load",
  promise: `${load.rate} ${load.promise} a second without an error`,
  async try(ground): Promise<Measured> {
    const seconds = ground.size.of(60, 1);
    const requests = await load.requests(ground);
    // What is read at the first request is no part of what is promised.
    await first(ground.apps[0], requests);
    const result = await fire(ground.apps[0], requests, load.rate, seconds);
    const { short } = ground.size;
    const right = statuses(result).every(([status]) => (short ? FEW : WELL).has(status));
    const answered = result["2xx"];
    const enough = answered >= (short ? 1 : load.rate * seconds * 0.97);
    return {
      goal: short
        ? `${load.rate}/s for ${seconds} s: 200, or 503 where the machine is busy; too short to judge a rate`
        : `${load.rate}/s for ${seconds} s, every answer 200`,
      measured: `${answered} answers (${said(result)}); errors ${result.errors}`,
      holds: right && enough && result.errors === 0,
    };
  },
});

const overloaded = (load: Load): PromiseTried => ({
  group: "Load",
  promise: `Five times as many ${load.promise.split(" over ")[0]}: refused in part, and over soon`,
  async try(ground): Promise<Measured> {
    const seconds = ground.size.of(15, 1);
    const [app] = ground.apps;
    const requests = await load.requests(ground);
    let silent = 0;
    const result = await fire(app, requests, load.rate * 5, seconds, (status, headers) => {
      if (status >= 400 && !headers.some((name, at) => at % 2 === 0 && /^retry-after$/i.test(name))) silent++;
    });
    const begun = performance.now();
    // Empty when one who asks now is answered as at rest.
    let recovered = Number.POSITIVE_INFINITY;
    while (performance.now() - begun < 20_000) {
      const answer = await first(app, requests);
      if (answer.status === 200 && answer.ms < 1000) {
        recovered = performance.now() - begun;
        break;
      }
      await wait(Math.min(200, 1000 * Number(answer.retryAfter ?? 0) || 200));
    }
    const odd = statuses(result).filter(([status]) => !FEW.has(status));
    return {
      goal: `${load.rate * 5}/s for ${seconds} s: only 200, 429 and 503, these with Retry-After; an answer as at rest within 5 s`,
      measured: `${said(result)}; errors ${result.errors}; refused without Retry-After ${silent}; as at rest after ${ms(recovered)}`,
      holds:
        odd.length === 0 && silent === 0 && result.errors === 0 && recovered <= 5000 * ground.size.patience,
    };
  },
});

const saves: PromiseTried = {
  group: "Load",
  promise: "20 saves a second: what is acknowledged is stored",
  async try({ apps, size, server, database }): Promise<Measured> {
    const seconds = size.of(60, 1);
    const mark = `saves ${Date.now()}`;
    const pending: ReturnType<typeof ask>[] = [];
    const begun = performance.now();
    for (let count = 0; count < 20 * seconds; count++) {
      await wait(Math.max(0, begun + count * 50 - performance.now()));
      pending.push(ask(`${apps[count % 2]?.url}/api/v1/scenarios`, { body: scenario(mark) }));
    }
    const answers = await Promise.all(pending);
    const acknowledged = answers
      .filter(({ status }) => status === 201)
      .map(({ text }) => JSON.parse(text).viewId);
    const rows = await server.query<{ view_id: string }>(
      `SELECT view_id FROM scenario_version WHERE name = '${mark}'`,
      database,
    );
    const stored = new Set(rows.map((row) => row.view_id));
    const missing = acknowledged.filter((id) => !stored.has(id)).length;
    const times = answers.map((answer) => answer.ms).sort((a, b) => a - b);
    return {
      goal: `20/s for ${seconds} s, every answer 201, as many rows`,
      measured: `${tally(answers.map(({ status }) => status))}; ${stored.size} rows, ${missing} missing; p99 ${ms(times[Math.floor(times.length * 0.99)] ?? 0)}`,
      holds:
        (size.short || acknowledged.length === answers.length) &&
        missing === 0 &&
        stored.size === acknowledged.length,
    };
  },
};

/** Growth of a straight line through points, in its unit for each step. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const up = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0);
  return up / values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
}

const soak: PromiseTried = {
  group: "Load",
  promise: "A soak without a trend in memory or descriptors",
  async try(ground): Promise<Measured> {
    const [app] = ground.apps;
    const minutes = ground.size.of(10, 0.05);
    const ids = await stored(ground);
    const kinds: autocannon.Request[] = [
      { method: "POST", path: "/api/v1/estimate", body: JSON.stringify(scenario("soak")) },
      { method: "GET", path: "/" },
      { method: "GET", path: `/s/${ids[0]}` },
      { method: "POST", path: "/api/v1/scenarios", body: JSON.stringify(scenario("soak")) },
      { method: "GET", path: "/models" },
    ];
    const load = fire(app, kinds, 25, Math.round(minutes * 60));
    const seen: { memory: number; descriptors: number }[] = [];
    const every = ground.size.of(5000, 500);
    const timer = setInterval(() => {
      const usage = app.usage();
      if (usage) seen.push(usage);
    }, every);
    const result = await load;
    clearInterval(timer);
    // The first fifth fills what is kept.
    const rest = seen.slice(Math.floor(seen.length / 5));
    const perMinute = 60_000 / every;
    const memory = slope(rest.map((each) => each.memory / 1e6)) * perMinute;
    const files = slope(rest.map((each) => each.descriptors)) * perMinute;
    const mean = rest.reduce((sum, each) => sum + each.memory / 1e6, 0) / rest.length;
    const odd = statuses(result).filter(([status]) => !/^20[01]$/.test(status));
    const short = ground.size.short;
    return {
      goal: short
        ? "25 mixed requests a second for 3 s without an error; too short for a trend"
        : `25 mixed requests a second for ${minutes} minutes: no error, under 1 % of memory and one descriptor a minute`,
      measured: `${said(result)}; errors ${result.errors}; memory ${mean.toFixed(0)} MB, ${memory.toFixed(2)} MB a minute; descriptors ${files.toFixed(2)} a minute`,
      holds: odd.length === 0 && result.errors === 0 && (short || (memory < mean * 0.01 && files < 1)),
    };
  },
};

export const loadPromises: readonly PromiseTried[] = [
  ...LOADS.map(promised),
  saves,
  ...LOADS.map(overloaded),
  soak,
];

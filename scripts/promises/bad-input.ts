import { connect } from "node:net";
import { Random } from "@/lib/engine/simulate/random";
import { ask, scenario } from "./client";
import { type Ground, type Measured, ms, type PromiseTried, tally } from "./promise";

const ODD: readonly unknown[] = [
  ...[
    null,
    true,
    "",
    "x",
    -1,
    0,
    0.5,
    1e308,
    -1e308,
    2 ** 53,
    "1e999",
    "NaN",
    "∞",
    "12x8k",
    "-5 GB",
    "$",
    "%ff",
  ],
  ...[
    [],
    {},
    [[]],
    { a: 1 },
    "\u0000",
    "\ud800",
    "=1+1",
    "<script>",
    "a".repeat(2000),
    "__proto__",
    "constructor",
  ],
];

const SHAPES: readonly object[] = [
  { ...scenario("x"), goals: { ttft: 1, ttftAt: "p95" }, traffic: { load: "users", users: 50 } },
  { ...scenario("y"), serving: { weights: "fp8" }, finance: { currency: "USD" }, money: { months: 12 } },
  {
    workload: { model: "meta-llama-3.1-70b" },
    options: [{ accelerator: "amd-mi300x", tp: 2 }, { accelerator: "nvidia-l40s" }],
  },
];

/** A body that is almost a scenario: some of its values are odd, missing, doubled or out of place, or its text is torn. */
function mutated(random: Random, wrap: (body: unknown) => unknown): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.uniform() * list.length)] as T;
  const body = structuredClone(pick(SHAPES)) as Record<string, unknown>;
  for (let changes = 1 + Math.floor(random.uniform() * 3); changes > 0; changes--) {
    let at: Record<string, unknown> = body;
    for (let depth = 0; depth < 3; depth++) {
      const inner = Object.values(at).filter((value) => typeof value === "object" && value !== null);
      if (inner.length === 0 || random.uniform() < 0.4) break;
      at = pick(inner) as Record<string, unknown>;
    }
    const key =
      random.uniform() < 0.8
        ? pick([...Object.keys(at), "x"])
        : pick(["__proto__", "constructor", "a.b", ""]);
    if (random.uniform() < 0.2) delete at[key];
    else
      Object.defineProperty(at, key, {
        value: structuredClone(pick(ODD)),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  const text = JSON.stringify(wrap(body)) ?? "";
  const torn = random.uniform();
  if (torn < 0.05) return text.slice(0, Math.floor(random.uniform() * text.length));
  return torn < 0.1 ? text.replace(/[,:[{]/, pick(["}", "]", ",,", "\u0000", '"'])) : text;
}

const asIs = (body: unknown) => body;
const inside = (body: unknown) => ({ scenario: body });
const tool = (name: string) => (body: unknown) => ({
  jsonrpc: "2.0",
  id: 1,
  method: "tools/call",
  params: { name, arguments: { scenario: body } },
});

/** Endpoints that take a body, how a scenario stands in it, and what share of all bodies each gets: some are dear. */
const ENDPOINTS: readonly [path: string, wrap: (body: unknown) => unknown, share: number][] = [
  ["/api/v1/estimate", asIs, 1],
  ["/api/v1/scenarios", asIs, 1],
  ["/api/v1/estimate/batch", asIs, 1],
  ["/api/v1/nearest", asIs, 0.2],
  ["/api/v1/simulate", inside, 0.2],
  ["/api/v1/project", inside, 0.2],
  ["/api/v1/export?format=csv", asIs, 0.2],
  [
    "/api/v1/search",
    (body) => ({ scenario: body, accelerators: ["nvidia-l40s"], counts: [1], batches: [8] }),
    0.1,
  ],
  ["/mcp", tool("estimate"), 0.2],
];

const generated: PromiseTried = {
  group: "Bad input",
  promise: "Generated bodies never give a 5xx",
  async try({ apps, size }): Promise<Measured> {
    const [{ url }] = apps;
    const random = new Random(20261128);
    const whole = size.of(10_000, 100);
    const statuses: number[] = [];
    const bad: string[] = [];
    let slowest = 0;
    for (const [path, wrap, share] of ENDPOINTS) {
      const bodies = Array.from({ length: Math.ceil(whole * share) }, () => mutated(random, wrap));
      const send = async () => {
        for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
          const headers = {
            Accept: "application/json, text/event-stream",
            "Content-Type": "application/json",
          };
          const answer = await ask(url + path, { method: "POST", body, headers });
          statuses.push(answer.status);
          slowest = Math.max(slowest, answer.ms);
          // Turned away because there is much to do is an answer, and says when to come again.
          const busy = answer.status === 503 && answer.retryAfter !== null;
          if ((answer.status >= 500 && !busy) || answer.status === 0)
            bad.push(`${path} ${answer.status} ${body.slice(0, 300)}`);
        }
      };
      await Promise.all(Array.from({ length: 8 }, send));
    }
    for (const each of bad.slice(0, 5)) console.error(`  ${each}`);
    return {
      goal: `${whole} bodies to what takes a scenario (a tenth to a fifth of that to what is dear): no 5xx but 503 where the server is busy`,
      measured: `${statuses.length} bodies to ${ENDPOINTS.length} endpoints: ${tally(statuses)}; slowest ${ms(slowest)}`,
      holds: bad.length === 0,
    };
  },
};

async function rows({ server, database }: Ground): Promise<number> {
  const [row] = await server.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM scenario_version",
    database,
  );
  return row?.count ?? 0;
}

/** Sends the beginning of a request whose head promises all of it, and goes away. */
const broken = (port: number, body: string, length: number): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let said = "";
    socket.on("data", (bytes) => (said += bytes));
    socket.on("error", () => {});
    socket.once("close", () => resolve(said));
    const head = `POST /api/v1/scenarios HTTP/1.1\r\nHost: a\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    socket.write(head + body.slice(0, length), () => socket.end());
  });

const truncated: PromiseTried = {
  group: "Bad input",
  promise: "A body truncated anywhere is never accepted",
  async try(ground): Promise<Measured> {
    const [app] = ground.apps;
    const body = JSON.stringify(scenario("truncated"));
    const lengths = Array.from({ length: body.length }, (_, length) => length);
    const before = await rows(ground);
    const statuses: number[] = [];
    for (let from = 0; from < lengths.length; from += 10)
      statuses.push(
        ...(
          await Promise.all(
            lengths
              .slice(from, from + 10)
              .map((length) =>
                ask(`${app.url}/api/v1/scenarios`, { method: "POST", body: body.slice(0, length) }),
              ),
          )
        ).map(({ status }) => status),
      );
    const said = await Promise.all(lengths.map((length) => broken(app.port, body, length)));
    const taken = said.filter((text) => / 2\d\d /.test(text.split("\r\n")[0] ?? "")).length;
    const after = await rows(ground);
    return {
      goal: `Cut at each of ${body.length} bytes, as a whole body and as a broken connection: refused, no row`,
      measured: `${tally(statuses)}; broken off ${said.length}, ${taken} accepted; ${after - before} rows`,
      holds: statuses.every((status) => status === 400) && taken === 0 && after === before,
    };
  },
};

const oversized: PromiseTried = {
  group: "Bad input",
  promise: "Oversized and deeply nested bodies and prototype keys are refused",
  async try(ground): Promise<Measured> {
    const [{ url }] = ground.apps;
    const before = await rows(ground);
    const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
    const plain = JSON.stringify(scenario("odd")).slice(0, -1);
    const bodies: [body: string, expected: number][] = [
      [`${plain},"name":"${"x".repeat(300_000)}"}`, 413],
      [`${plain},"x":"${"x".repeat(10_000_000)}"}`, 413],
      [nested(100), 400],
      [nested(100_000), 400],
      [`${plain},"custom":${nested(20)}}`, 422],
      [`${plain},"__proto__":{"polluted":true}}`, 422],
      [`${plain},"constructor":{"prototype":{"polluted":true}}}`, 422],
    ];
    const answers = await Promise.all(
      bodies.map(([body]) => ask(`${url}/api/v1/scenarios`, { method: "POST", body })),
    );
    const right = answers.every(({ status }, index) => status === bodies[index]?.[1]);
    const after = await rows(ground);
    return {
      goal: `${bodies.length} bodies: 413, 400, 422; no row`,
      measured: `${answers.map(({ status }) => status).join(", ")}; ${after - before} rows`,
      holds: right && after === before,
    };
  },
};

export const inputPromises: readonly PromiseTried[] = [generated, truncated, oversized];

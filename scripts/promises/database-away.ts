import { setTimeout as wait } from "node:timers/promises";
import { Application } from "./application";
import { type Answer, ask, save, scenario } from "./client";
import type { Postgresql } from "./postgresql";
import { type Measured, ms, type PromiseTried, tally } from "./promise";

/** The ways in which a server is away: it is gone, so that connections are refused, or it takes them and says nothing. */
const WAYS = {
  killed: { go: (server: Postgresql) => server.kill(), come: (server: Postgresql) => server.begin() },
  silent: {
    go: async (server: Postgresql) => server.pause(true),
    come: async (server: Postgresql) => server.pause(false),
  },
} as const;

/** Savers among the readers. */
const SAVERS = 5;
/** Longest answer that is promised while the database is away, and longest time until it is used again, ms. */
const ANSWER_MS = 2500;
const BACK_MS = 5000;

interface Storm {
  readonly answers: readonly Answer[];
  readonly pages: readonly Answer[];
  /** From the database's return until a link was read and a plan saved. */
  readonly backMs: number;
}

/** Takes the database away, lets so many come at once, and once more when that is known, and gives it back. */
async function storm(
  server: Postgresql,
  url: string,
  viewId: string,
  way: keyof typeof WAYS,
  readers: number,
) {
  const read = () => ask(`${url}/s/${viewId}`);
  const write = () => ask(`${url}/api/v1/scenarios`, { body: scenario("away") });
  const wave = () =>
    Promise.all([
      ...Array.from({ length: readers - SAVERS }, read),
      ...Array.from({ length: SAVERS }, write),
    ]);
  await WAYS[way].go(server);
  const first = await wave();
  const [known, pages] = [
    await wave(),
    await Promise.all(["/", "/models", "/healthz"].map((path) => ask(url + path))),
  ];
  await WAYS[way].come(server);
  const begun = performance.now();
  const back = async (asked: () => Promise<Answer>, status: number) => {
    while ((await asked()).status !== status && performance.now() - begun < 4 * BACK_MS) await wait(20);
    return performance.now() - begun;
  };
  const backMs = Math.max(...(await Promise.all([back(read, 200), back(write, 201)])));
  return { answers: [...first, ...known], pages, backMs } satisfies Storm;
}

export const databaseAway: PromiseTried = {
  group: "Faults",
  promise:
    "Database away: pages work, 100 who read and save at once get 503 within 2.5 s each, recovery without a restart",
  async try({ server, size, database }): Promise<Measured> {
    // With each client's share counted, which asks the database too.
    const app = await Application.start({ DATABASE_URL: server.url(database, "application") });
    const { viewId } = await save(app.url, "before");
    await ask(`${app.url}/s/${viewId}`);
    const said: string[] = [];
    let holds = true;
    for (const way of ["killed", "silent"] as const) {
      for (const readers of size.short ? [20] : [20, 100]) {
        const { answers, pages, backMs } = await storm(server, app.url, viewId, way, readers);
        const slowest = Math.max(...answers.map((answer) => answer.ms));
        const hung = answers.filter(({ status }) => status === 0).length;
        const right = answers.every(({ status, retryAfter }) => status === 503 && retryAfter !== null);
        const open = pages.every(({ status }) => status === 200);
        holds &&= right && open && slowest < ANSWER_MS * size.patience && backMs < BACK_MS * size.patience;
        said.push(
          `${way}, ${readers} at once, twice: ${tally(answers.map(({ status }) => status))}, slowest ${ms(slowest)}, hung ${hung}, pages ${tally(pages.map(({ status }) => status))}, read and saved again ${ms(backMs)} after its return`,
        );
      }
    }
    await app.kill();
    return {
      goal: "Killed and silent, 20 and 100 at once: pages 200; links and saves 503 with Retry-After within 2.5 s, none hung; both again within 5 s",
      measured: said.join("; "),
      holds,
    };
  },
};

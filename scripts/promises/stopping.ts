import { request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { ask, scenario } from "./client";
import { type Measured, ms, type PromiseTried, tally } from "./promise";
import { counted, Savers } from "./savers";

/** More would need more open files than a program is given, and more connections than a server takes. */
const AT_ONCE = 500;

/** Estimates asked for at a rate, each on a connection of its own, until it is told to stop; and what came of them. */
class Visitors {
  readonly said: string[] = [];
  private readonly asked: Promise<void>[] = [];
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly port: number,
    perSecond: number,
  ) {
    const begun = performance.now();
    this.timer = setInterval(() => {
      const due = ((performance.now() - begun) / 1000) * perSecond;
      while (this.asked.length < due && this.asked.length - this.said.length < AT_ONCE)
        this.asked.push(this.ask());
    }, 5);
  }

  private ask(): Promise<void> {
    const { port, said } = this;
    const body = JSON.stringify(scenario("visitor"));
    return new Promise((resolve) => {
      const done = (what: string) => {
        said.push(what);
        resolve();
      };
      request({ port, host: "127.0.0.1", path: "/api/v1/estimate", method: "POST", agent: false }, (answer) =>
        answer
          .resume()
          .once("end", () => {
            const { statusCode, headers } = answer;
            done(statusCode === 503 && !headers["retry-after"] ? "no Retry-After" : String(statusCode));
          })
          .once("error", ({ message }) => done(message)),
      )
        .once("error", (error: NodeJS.ErrnoException) => done(error.code ?? error.message))
        .end(body);
    });
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.asked);
  }
}

/** What may come of a request while a server stops: an answer, or no connection at all, as when it has stopped. */
const WELL = new Set(["200", "201", "429", "503", "ECONNREFUSED"]);

const stops = (load: string, visitors: number, promise: string): PromiseTried => ({
  group: "Faults",
  promise,
  async try(ground): Promise<Measured> {
    const { apps, size } = ground;
    const [app] = apps;
    const count = size.of(20, 1);
    const mark = `term ${visitors} ${Date.now()}`;
    const acknowledged = new Map<string, string>();
    const saves: string[] = [];
    const said: string[] = [];
    const codes: (number | null)[] = [];
    let slowest = 0;
    for (let stop = 0; stop < count; stop++) {
      const savers = new Savers([app.url], 20, `${mark} ${stop}`, false);
      // A server that has just been started reads its code first.
      await ask(`${app.url}/api/v1/estimate`, { body: scenario("first") });
      while (savers.acknowledged().size < 20) await wait(20);
      const asking = new Visitors(app.port, visitors);
      await wait(800);
      const { code, ms: took } = await app.stop();
      codes.push(code);
      slowest = Math.max(slowest, took);
      await wait(100);
      await Promise.all([asking.stop(), savers.stop()]);
      said.push(...asking.said);
      for (const [name, id] of savers.acknowledged()) acknowledged.set(name, id);
      for (const { answers } of savers.sent)
        saves.push(...answers.map(({ status, text }) => (status === 0 ? text : String(status))));
      await app.begin();
    }
    const { rows, missing, doubles } = await counted(ground, mark, acknowledged);
    const broken = [...said, ...saves].filter((what) => !WELL.has(what));
    return {
      goal: `${count} stops under 20 clients that save on kept connections and ${load}: ended with code 0 within 10 s; who got a connection got an answer, nothing missing or double`,
      measured: `codes ${tally(codes.map(String))}, ${ms(slowest)} at most; saves ${tally(saves)}; estimates ${tally(said)}; ${acknowledged.size} acknowledged, ${rows} rows, ${missing} missing, ${doubles} double; ${broken.length} broken off`,
      holds:
        codes.every((code) => code === 0) &&
        slowest < 10_000 * size.patience &&
        missing === 0 &&
        doubles === 0 &&
        broken.length === 0,
    };
  },
});

export const stoppingPromises: readonly PromiseTried[] = [
  stops("100 estimates a second on new connections", 100, "SIGTERM gives every request in work its answer"),
  stops(
    "500 estimates a second on new connections",
    500,
    "SIGTERM under five times the load: answered or refused, and nobody reset",
  ),
];

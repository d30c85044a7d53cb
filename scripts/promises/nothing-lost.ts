import { setTimeout as wait } from "node:timers/promises";
import { Application } from "./application";
import { ask, newKey, save, scenario } from "./client";
import { type Measured, type PromiseTried, tally } from "./promise";

/** A change: the version that it became, by whom, and what it read before. */
interface Change {
  readonly plan: number;
  readonly version: number;
  readonly name: string;
}

const START = 1000;

const writers: PromiseTried = {
  group: "Nothing lost",
  promise: "16 clients read, change and write 20 scenarios under random kills: each change exactly once",
  async try({ apps, server, size, database }): Promise<Measured> {
    const plans = await Promise.all(
      Array.from({ length: 20 }, (_, index) => save(apps[index % 2]?.url ?? "", `shared ${index}`)),
    );
    const until = performance.now() + size.of(60, 4) * 1000;
    const done: Change[] = [];
    const statuses: (number | string)[] = [];
    const client = async (number: number) => {
      for (let count = 0; performance.now() < until; count++) {
        const plan = Math.floor(Math.random() * plans.length);
        const { viewId = "", editKey = "" } = plans[plan] ?? {};
        const { url } = apps[(number + count) % 2] ?? apps[0];
        const read = await ask(`${url}/api/v1/scenarios/${viewId}`);
        if (read.status !== 200) {
          await wait(50);
          continue;
        }
        const { version, state } = JSON.parse(read.text);
        const name = `${number}-${count}`;
        const body = scenario(name, state.workload.inputTokens + 1);
        // What is not answered is sent again as it was: it is the same change.
        for (;;) {
          const answer = await ask(`${url}/api/v1/scenarios/${viewId}`, {
            method: "PUT",
            body,
            key: editKey,
            match: version,
          });
          statuses.push(answer.status);
          if (answer.status === 200) done.push({ plan, version: JSON.parse(answer.text).version, name });
          if (answer.status === 200 || answer.status === 412) break;
          await wait(50);
        }
      }
    };
    const clients = Array.from({ length: 16 }, (_, number) => client(number));
    let kills = 0;
    while (performance.now() < until - 1500) {
      await wait(size.of(3000, 1200) * (0.5 + Math.random()));
      kills++;
      if (kills % 2 === 0) {
        await server.kill();
        await server.begin();
      } else {
        await apps[1].kill();
        await apps[1].begin();
      }
    }
    await Promise.all(clients);
    let lost = 0;
    let gaps = 0;
    for (const [plan, { viewId }] of plans.entries()) {
      const rows = await server.query<{ number: number; name: string; tokens: number }>(
        `SELECT number, name, (state->'workload'->>'inputTokens')::int AS tokens
         FROM scenario_version WHERE view_id = '${viewId}' ORDER BY number`,
        database,
      );
      if (rows.some((row, index) => row.number !== index + 1 || row.tokens !== START + index)) gaps++;
      const changes = done.filter((change) => change.plan === plan);
      lost += changes.filter(({ version, name }) => rows[version - 1]?.name !== name).length;
      lost += changes.filter(({ name }) => rows.filter((row) => row.name === name).length !== 1).length;
    }
    const conflicts = statuses.filter((status) => status === 412).length;
    return {
      goal: "Every acknowledged change exactly once, versions without gaps, at least one real 412",
      measured: `${kills} kills; ${statuses.length} writes (${tally(statuses)}); ${done.length} acknowledged, ${lost} lost or double, ${gaps} plans with gaps, ${conflicts} × 412`,
      holds: lost === 0 && gaps === 0 && conflicts > 0 && done.length > 0,
    };
  },
};

const asOne: PromiseTried = {
  group: "Nothing lost",
  promise: "Two application processes behind one database behave as one",
  async try({ apps, server, database, size }): Promise<Measured> {
    const [a, b] = apps;
    const rounds = size.of(100, 10);
    let wrong = 0;
    for (let round = 0; round < rounds; round++) {
      const mark = `both ${Date.now()} ${round}`;
      const key = newKey();
      const headers = { "Idempotency-Key": `both-${round}-${Date.now()}` };
      // The same save to both at once is one plan.
      const made = await Promise.all(
        [a, b].map(({ url }) => ask(`${url}/api/v1/scenarios`, { body: scenario(mark), key, headers })),
      );
      const ids = made.map(({ text }) => JSON.parse(text).viewId);
      if (ids[0] === undefined || ids[0] !== ids[1]) wrong++;
      const at = `/api/v1/scenarios/${ids[0]}`;
      // What one has written the other reads at once; of two changes of one version one is too late.
      const changed = await ask(a.url + at, { method: "PUT", body: scenario(`${mark} x`), key, match: 1 });
      const read = JSON.parse((await ask(b.url + at)).text);
      if (changed.status !== 200 || read.version !== 2 || read.name !== `${mark} x`) wrong++;
      const raced = await Promise.all(
        [a, b].map(({ url }, index) =>
          ask(url + at, { method: "PUT", body: scenario(`${mark} ${index}`), key, match: 2 }),
        ),
      );
      if (tally(raced.map(({ status }) => status).sort()) !== "200: 1, 412: 1") wrong++;
      const rows = await server.query(`SELECT 1 FROM scenario_version WHERE name = '${mark}'`, database);
      if (rows.length !== 1) wrong++;
    }
    return {
      goal: `${rounds} rounds: one plan of a save to both, read at once by the other, one of two changes wins`,
      measured: `${rounds} rounds, ${wrong} faults`,
      holds: wrong === 0,
    };
  },
};

const oneShare: PromiseTried = {
  group: "Nothing lost",
  promise: "Two application processes give a client one share",
  async try({ server, database }): Promise<Measured> {
    const environment = { DATABASE_URL: server.url(database, "application"), RATE_LIMIT: "1" };
    const apps = await Promise.all([Application.start(environment), Application.start(environment)]);
    // A search takes 40 of the 600 points that a client has in a minute.
    const share = 15;
    const body = {
      scenario: scenario("share"),
      accelerators: ["nvidia-l40s"],
      counts: [1],
      batches: [8],
    };
    const answers = [];
    for (let count = 0; count < share + 9; count++)
      answers.push(await ask(`${apps[count % 2]?.url}/api/v1/search`, { body }));
    for (const app of apps) await app.kill();
    const silent = answers.filter(({ status, retryAfter }) => status === 429 && !(Number(retryAfter) >= 1));
    const first = answers.slice(0, share).every(({ status }) => status === 200);
    const rest = answers.slice(share).every(({ status }) => status === 429);
    return {
      goal: `${answers.length} searches of one client, by turns: the first ${share} answered, the others 429 with Retry-After`,
      measured: `${tally(answers.map(({ status }) => status))}; ${silent.length} without Retry-After`,
      holds: first && rest && silent.length === 0,
    };
  },
};

export const nothingLost: readonly PromiseTried[] = [writers, asOne, oneShare];

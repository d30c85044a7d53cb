import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { Wire } from "@/test/db/wire";
import { Application, newFolder } from "./application";
import { ask, save, scenario } from "./client";
import { databaseAway } from "./database-away";
import { type Measured, ms, type PromiseTried, tally } from "./promise";
import { counted, Savers } from "./savers";
import { stoppingPromises } from "./stopping";

const databaseKilled: PromiseTried = {
  group: "Faults",
  promise: "PostgreSQL killed (-9) during saves: every acknowledged save is there, no half version",
  async try(ground): Promise<Measured> {
    const { server, size, apps } = ground;
    const kills = size.of(50, 2);
    const mark = `database ${Date.now()}`;
    const savers = new Savers(
      apps.map(({ url }) => url),
      8,
      mark,
      false,
    );
    for (let count = 0; count < kills; count++) {
      await wait(300 + Math.random() * 400);
      await server.kill();
      await server.begin();
    }
    await wait(500);
    await savers.stop();
    const acknowledged = savers.acknowledged();
    const { rows, missing, half, doubles } = await counted(ground, mark, acknowledged);
    const answers = savers.sent.flatMap((each) => each.answers);
    const slowest = Math.max(...answers.map((answer) => answer.ms));
    return {
      goal: `${kills} kills: 0 missing, 0 half, 0 double`,
      measured: `${kills} kills; ${answers.length} saves (${tally(answers.map(({ status }) => status))}); ${acknowledged.size} acknowledged, ${rows} rows, ${missing} missing, ${half} half, ${doubles} double; slowest answer ${ms(slowest)}`,
      holds: missing === 0 && half === 0 && doubles === 0 && acknowledged.size > kills,
    };
  },
};

const applicationKilled: PromiseTried = {
  group: "Faults",
  promise:
    "The application killed (-9) during saves, repeated with one idempotency key: exactly one row each",
  async try(ground): Promise<Measured> {
    const { size } = ground;
    const [app] = ground.apps;
    const kills = size.of(50, 2);
    const mark = `application ${Date.now()}`;
    const savers = new Savers([app.url], 8, mark, true);
    const back: number[] = [];
    for (let count = 0; count < kills; count++) {
      await wait(200 + Math.random() * 400);
      const begun = performance.now();
      await app.kill();
      await app.begin();
      back.push(performance.now() - begun);
    }
    await savers.stop();
    const acknowledged = savers.acknowledged();
    const { rows, missing, half, doubles } = await counted(ground, mark, acknowledged);
    const repeated = savers.sent.filter(({ answers }) => answers.length > 1).length;
    return {
      goal: `${kills} kills: every save acknowledged in the end, exactly one row each`,
      measured: `${kills} kills; ${savers.sent.length} saves, ${repeated} of them repeated, ${acknowledged.size} acknowledged, ${rows} rows, ${missing} missing, ${half} half, ${doubles} double; ready again after ${ms(Math.max(...back))} at most`,
      holds: missing === 0 && half === 0 && doubles === 0 && rows === savers.sent.length,
    };
  },
};

const locked: PromiseTried = {
  group: "Faults",
  promise: "Locked rows and an exhausted pool: 503 in time, and nothing leaked",
  async try(ground): Promise<Measured> {
    const { server, apps, database, size } = ground;
    const [{ url }] = apps;
    // What is loaded for the first save is no part of what is promised.
    await save(url, "before");
    const client = new pg.Client({ connectionString: server.url(database) });
    await client.connect();
    await client.query("BEGIN; LOCK TABLE scenario IN ACCESS EXCLUSIVE MODE");
    const mark = `locked ${Date.now()}`;
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        ask(`${url}/api/v1/scenarios`, { body: scenario(`${mark} ${index}`) }),
      ),
    );
    await client.query("COMMIT");
    await client.end();
    await wait(500);
    const { rows } = await counted(ground, mark, new Map());
    const open = await server.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = '${database}' AND state LIKE 'idle in transaction%'`,
    );
    const after = await ask(`${url}/api/v1/scenarios`, { body: scenario(mark) });
    const slowest = Math.max(...answers.map((answer) => answer.ms));
    return {
      goal: "40 saves at once behind a lock of the table: 503 within 3 s each, no row, no transaction left open",
      measured: `${tally(answers.map(({ status }) => status))}, slowest ${ms(slowest)}; ${rows} rows, ${open.length} open transactions; the next save ${after.status} in ${ms(after.ms)}`,
      holds:
        answers.every(({ status }) => status === 503) &&
        slowest < 3000 * size.patience &&
        rows === 0 &&
        open.length === 0 &&
        after.status === 201,
    };
  },
};

const slow: PromiseTried = {
  group: "Faults",
  promise: "A slow database: what is said of a save is so",
  async try(ground): Promise<Measured> {
    const { server, database, size } = ground;
    const wire = new Wire(server.url(database, "application"));
    await wire.join();
    const app = await Application.start({ DATABASE_URL: wire.url, RATE_LIMIT: "0" });
    let wrong = 0;
    const said: string[] = [];
    for (const delay of size.short ? [450] : [200, 450, 600, 900]) {
      wire.delayMs = delay;
      const mark = `slow ${delay} ${Date.now()}`;
      const answers = await Promise.all(
        Array.from({ length: 4 }, (_, index) =>
          ask(`${app.url}/api/v1/scenarios`, { body: scenario(`${mark} ${index}`) }),
        ),
      );
      await wait(4000);
      const rows = await server.query<{ name: string }>(
        `SELECT name FROM scenario_version WHERE name LIKE '${mark} %'`,
        database,
      );
      for (const [index, { status, text }] of answers.entries()) {
        const stored = rows.some(({ name }) => name === `${mark} ${index}`);
        const unknown = text.includes("not known whether");
        if (status === 201 ? !stored : stored && !unknown) wrong++;
        said.push(unknown ? "outcome not known" : String(status));
      }
    }
    wire.delayMs = 0;
    await app.kill();
    await wire.cut();
    return {
      goal: "Each answer 200 to 900 ms late: saved means saved, nothing saved means nothing saved",
      measured: `${tally(said)}; ${wrong} said otherwise than it was`,
      holds: wrong === 0,
    };
  },
};

const embedded: PromiseTried = {
  group: "Faults",
  promise: "The embedded database survives kill -9 of the application, and refuses a second process",
  async try({ size }): Promise<Measured> {
    const folder = newFolder();
    const app = await Application.start({ DATA_DIR: folder, RATE_LIMIT: "0" });
    const second = await Application.start({ DATA_DIR: folder }).then(
      () => "",
      (error: Error) => error.message,
    );
    const kills = size.of(50, 1);
    const mark = `embedded ${Date.now()}`;
    const savers = new Savers([app.url], 6, mark, true);
    for (let count = 0; count < kills; count++) {
      await wait(200 + Math.random() * 300);
      await app.kill();
      await app.begin();
    }
    await savers.stop();
    const acknowledged = savers.acknowledged();
    let missing = 0;
    for (const [name, id] of acknowledged) {
      const answer = await ask(`${app.url}/api/v1/scenarios/${id}`);
      if (answer.status !== 200 || JSON.parse(answer.text).name !== name) missing++;
    }
    await app.kill();
    const sentence =
      second
        .replace(/^The application ended: /, "")
        .trim()
        .split("\n")
        .at(-1) ?? "";
    const refused = /in use|already|another/i.test(sentence);
    return {
      goal: `${kills} kills: 0 missing; the second process ends with a sentence`,
      measured: `${kills} kills; ${acknowledged.size} acknowledged of ${savers.sent.length}, ${missing} missing; the second: "${sentence.replaceAll(folder, "…").slice(0, 120)}"`,
      holds: missing === 0 && acknowledged.size === savers.sent.length && refused,
    };
  },
};

export const faultPromises: readonly PromiseTried[] = [
  databaseKilled,
  applicationKilled,
  databaseAway,
  locked,
  slow,
  ...stoppingPromises,
  embedded,
];

import { setTimeout as wait } from "node:timers/promises";
import { type Answer, ask, newKey, scenario } from "./client";
import type { Ground } from "./promise";

/** Saves of one plan after the other, each with keys of its own, from several clients, until it is told to stop. */
export class Savers {
  readonly sent: { name: string; key: string; answers: Answer[] }[] = [];
  private stopped = false;
  private readonly running: Promise<void>[];

  /** @param again whether a save that was not acknowledged is sent again, with the same keys */
  constructor(
    private readonly urls: readonly string[],
    clients: number,
    private readonly mark: string,
    private readonly again: boolean,
  ) {
    this.running = Array.from({ length: clients }, (_, client) => this.run(client));
  }

  private async run(client: number): Promise<void> {
    for (let count = 0; !this.stopped; count++) {
      const one = { name: `${this.mark} ${client}-${count}`, key: newKey(), answers: [] as Answer[] };
      this.sent.push(one);
      do {
        const answer = await ask(`${this.urls[client % this.urls.length]}/api/v1/scenarios`, {
          body: scenario(one.name),
          key: one.key,
          headers: { "Idempotency-Key": one.name.replaceAll(" ", "-") },
        });
        one.answers.push(answer);
        if (answer.status !== 201) await wait(30);
        else break;
      } while (this.again);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.running);
  }

  /** Ids that were acknowledged, by the name of the plan. */
  acknowledged(): Map<string, string> {
    return new Map(
      this.sent.flatMap(({ name, answers }) => {
        const done = answers.find(({ status }) => status === 201);
        return done ? [[name, JSON.parse(done.text).viewId] as const] : [];
      }),
    );
  }
}

/** What became of plans whose names begin so, in the database itself. */
export async function counted({ server, database }: Ground, mark: string, acknowledged: Map<string, string>) {
  const rows = await server.query<{ name: string; view_id: string }>(
    `SELECT name, view_id FROM scenario_version WHERE name LIKE '${mark} %'`,
    database,
  );
  const half = await server.query(
    "SELECT 1 FROM scenario s WHERE NOT EXISTS (SELECT 1 FROM scenario_version v WHERE v.view_id = s.view_id)",
    database,
  );
  const ids = new Map(rows.map((row) => [row.name, row.view_id]));
  const missing = [...acknowledged].filter(([name, id]) => ids.get(name) !== id).length;
  return { rows: rows.length, doubles: rows.length - ids.size, missing, half: half.length };
}

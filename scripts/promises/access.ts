import { Application } from "./application";
import { type Answer, ask, type Created, newKey, save, scenario } from "./client";
import { type Ground, type Measured, type PromiseTried, tally } from "./promise";

/** Every change that there is, as its holder would ask for it. */
const CHANGES: Record<string, (at: string, key: string | undefined, link: string) => Promise<Answer>> = {
  "PUT plan": (at, key) => ask(at, { method: "PUT", body: scenario("changed"), match: 1, key }),
  "PATCH plan": (at, key) => ask(at, { method: "PATCH", body: { expiresInDays: 3 }, key }),
  "DELETE plan": (at, key) => ask(at, { method: "DELETE", match: 1, key }),
  "POST restore": (at, key) => ask(`${at}/restore`, { method: "POST", key }),
  "GET links": (at, key) => ask(`${at}/links`, { key }),
  "POST links": (at, key) => ask(`${at}/links`, { body: { name: "x" }, key }),
  "DELETE link": (at, key, link) => ask(`${at}/links/${link}`, { method: "DELETE", key }),
};

/** All that is kept, in a few digits that change with any of it. */
async function digest({ server, database }: Ground): Promise<string> {
  const rows = await server.query<{ digest: string }>(
    `SELECT md5(concat(
      (SELECT string_agg(s::text, ',' ORDER BY s.view_id) FROM scenario s),
      (SELECT string_agg(v.view_id || v.number || v.content_hash, ',' ORDER BY v.view_id, v.number) FROM scenario_version v),
      (SELECT string_agg(l::text, ',' ORDER BY l.link_id) FROM view_link l))) AS digest`,
    database,
  );
  return rows[0]?.digest ?? "";
}

async function withLink(url: string): Promise<Created & { linkId: string }> {
  const made = await save(url, "mine");
  const link = await ask(`${url}/api/v1/scenarios/${made.viewId}/links`, {
    body: { name: "Board" },
    key: made.editKey,
  });
  return { ...made, linkId: JSON.parse(link.text).linkId };
}

const keys: PromiseTried = {
  group: "Access",
  promise:
    "No change without the key: (none, wrong, another's, the ids, malformed; by link, unknown) × every change",
  async try(ground): Promise<Measured> {
    const [{ url }] = ground.apps;
    const mine = await withLink(url);
    const other = await save(url, "another's");
    const plans = `${url}/api/v1/scenarios/`;
    const cases: [string, string | undefined][] = [
      [mine.viewId, undefined],
      [mine.viewId, newKey()],
      [mine.viewId, other.editKey],
      [mine.viewId, mine.viewId],
      [mine.viewId, mine.linkId],
      [mine.viewId, "short"],
      [mine.linkId, mine.editKey],
      ["A".repeat(22), mine.editKey],
    ];
    const before = await digest(ground);
    const answers: Answer[] = [];
    for (const change of Object.values(CHANGES))
      for (const [id, key] of cases) answers.push(await change(plans + id, key, mine.linkId));
    const words = new Set(answers.map(({ status, text }) => `${status} ${text}`));
    const same = (await digest(ground)) === before;
    return {
      goal: `${answers.length} attempts: one and the same 404, nothing changed`,
      measured: `${answers.length} attempts: ${tally(answers.map(({ status }) => status))}; ${words.size} different bodies; database ${same ? "unchanged" : "changed"}`,
      holds: words.size === 1 && answers[0]?.status === 404 && same,
    };
  },
};

const readers: PromiseTried = {
  group: "Access",
  promise: "Who has only the link can read, and never writes",
  async try(ground): Promise<Measured> {
    const [{ url }] = ground.apps;
    const { linkId, viewId } = await withLink(url);
    const before = await digest(ground);
    const paths = [linkId, viewId].flatMap((id) => [
      ...[`/s/${id}`, `/s/${id}/v/1`, `/s/${id}/history`, `/s/${id}/print`, `/api/v1/scenarios/${id}`],
      ...[`/api/v1/scenarios/${id}/versions`, `/api/v1/scenarios/${id}/versions/1`],
    ]);
    const reads = await Promise.all(paths.map((path) => ask(url + path)));
    const writes: Answer[] = [];
    for (const change of Object.values(CHANGES))
      for (const key of [undefined, linkId, viewId])
        writes.push(await change(`${url}/api/v1/scenarios/${linkId}`, key, linkId));
    const same = (await digest(ground)) === before;
    const leaks = reads.filter(({ text }, index) => index < paths.length / 2 && text.includes(viewId)).length;
    return {
      goal: "Every read 200, every change 404, nothing changed; a link does not name the plan's own id",
      measured: `reads ${tally(reads.map(({ status }) => status))}; changes ${tally(writes.map(({ status }) => status))}; database ${same ? "unchanged" : "changed"}; ${leaks} answers name the own id`,
      holds:
        reads.every(({ status }) => status === 200) &&
        writes.every(({ status }) => status === 404) &&
        same &&
        leaks === 0,
    };
  },
};

/** What the application's role must not do, were somebody to speak SQL as it. */
const FORBIDDEN = [
  "ALTER TABLE scenario_version DISABLE TRIGGER ALL",
  "DROP TRIGGER scenario_version_append_only ON scenario_version",
  "SET session_replication_role = replica",
  "UPDATE scenario_version SET name = 'changed'",
  "DELETE FROM scenario_version",
  "TRUNCATE scenario_version",
  "UPDATE scenario SET edit_key_hash = '\\x00'",
  "DROP TABLE scenario_version",
];

const immutable: PromiseTried = {
  group: "Access",
  promise: "Versions are immutable, for the application's own role too",
  async try({ server, database, apps }): Promise<Measured> {
    await save(apps[0].url, "immutable");
    const done: string[] = [];
    for (const sql of FORBIDDEN)
      await server.query(sql, database, "application").then(
        () => done.push(sql),
        () => {},
      );
    const asOwner = await server.query("UPDATE scenario_version SET name = 'changed'", database).then(
      () => "changed by the owner",
      (error: Error) => error.message,
    );
    return {
      goal: `${FORBIDDEN.length} statements refused; the trigger refuses the owner too`,
      measured: `${FORBIDDEN.length - done.length} refused${done.length > 0 ? `, done: ${done.join("; ")}` : ""}; to the owner "${asOwner}"`,
      holds: done.length === 0 && asOwner.includes("only ever added"),
    };
  },
};

const ids: PromiseTried = {
  group: "Access",
  promise: "Ids cannot be guessed",
  async try({ apps, size }): Promise<Measured> {
    const count = size.of(1000, 60);
    const made: string[] = [];
    for (let from = 0; from < count; from += 20)
      made.push(
        ...(await Promise.all(Array.from({ length: 20 }, () => save(apps[0].url, "id")))).map(
          ({ viewId }) => viewId,
        ),
      );
    const bytes = made.map((id) => Buffer.from(id, "base64url"));
    const bits = bytes
      .flatMap((each) => [...each])
      .reduce((sum, byte) => sum + byte.toString(2).replaceAll("0", "").length, 0);
    const share = bits / (count * 128);
    const whole = bytes.every((each) => each.length === 16);
    // By definition of a fair coin: five standard errors of the share of ones, which chance exceeds once in two million.
    const error = 2.5 / Math.sqrt(count * 128);
    return {
      goal: `${count} ids of 128 bits, all different, as many ones as zeros within five standard errors`,
      measured: `${new Set(made).size} different of ${count}; share of ones ${share.toFixed(4)} (0.5 ± ${error.toFixed(4)})`,
      holds: whole && new Set(made).size === count && Math.abs(share - 0.5) < error,
    };
  },
};

const secrets: PromiseTried = {
  group: "Access",
  promise: "No key in the logs or the database, no id of a plan in the logs",
  async try({ server, database }): Promise<Measured> {
    const app = await Application.start({
      DATABASE_URL: server.url(database, "application"),
      LOG_LEVEL: "info",
      RATE_LIMIT: "0",
    });
    const plans = await Promise.all(Array.from({ length: 10 }, () => withLink(app.url)));
    for (const { viewId, editKey, linkId } of plans) {
      for (const path of [`/s/${viewId}`, `/s/${linkId}/history`, `/api/v1/scenarios/${viewId}`])
        await ask(app.url + path);
      for (const change of Object.values(CHANGES))
        await change(`${app.url}/api/v1/scenarios/${viewId}`, editKey, linkId);
    }
    await app.stop();
    const dump = server.client("pg_dump", "--no-owner", server.url(database));
    const inLog = plans.filter(({ viewId, editKey, linkId }) =>
      [viewId, editKey, linkId].some((id) => app.log.includes(id)),
    );
    const inDump = plans.filter(
      ({ editKey }) => dump.includes(editKey) || dump.includes(Buffer.from(editKey).toString("hex")),
    );
    const lines = app.log.trim().split("\n").length;
    return {
      goal: "0 in every line of a log of all requests, 0 in a dump of the database",
      measured: `${inLog.length} of 10 in ${lines} lines, ${inDump.length} of 10 in ${(dump.length / 1e6).toFixed(1)} MB`,
      holds: inLog.length === 0 && inDump.length === 0 && lines > 50,
    };
  },
};

const origins: PromiseTried = {
  group: "Access",
  promise: "Changes that a page of another origin asks for are refused",
  async try(ground): Promise<Measured> {
    const [{ url }] = ground.apps;
    const before = await digest(ground);
    const forms: Record<string, string>[] = [
      { Origin: "https://evil.example" },
      { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" },
      { "Sec-Fetch-Site": "same-site", Origin: "https://sub.evil.example", "Content-Type": "text/plain" },
      { Origin: "null" },
    ];
    const answers = await Promise.all(
      forms.flatMap((headers) =>
        ["/api/v1/scenarios", "/api/v1/estimate", "/mcp"].map((path) =>
          ask(url + path, { body: scenario("forged"), headers }),
        ),
      ),
    );
    const same = (await digest(ground)) === before;
    return {
      goal: `${answers.length} requests: 403, nothing stored`,
      measured: `${tally(answers.map(({ status }) => status))}; database ${same ? "unchanged" : "changed"}`,
      holds: answers.every(({ status }) => status === 403) && same,
    };
  },
};

export const accessPromises: readonly PromiseTried[] = [keys, readers, immutable, ids, secrets, origins];

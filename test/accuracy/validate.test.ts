import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runHere } from "../scripts/in-process";
import { table } from "./rows";

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "validate-"));
  file = join(folder, "own.csv");
  const rows = table(
    { id: "time" },
    { id: "rate", metric: "output_tokens_per_s_total", value: "900" },
    { id: "strange", model: "nobody/nothing" },
    { id: "too-large", tp: "1", num_accelerators: "1", model: "meta-llama/Meta-Llama-3.1-405B" },
    { id: "arrivals", concurrency: "QPS=16" },
    { id: "broken", value: "fast" },
    { id: "prompts", metric: "prefill_tokens_per_s", value: "9000" },
  );
  writeFileSync(file, rows);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const validate = (...args: string[]) => runHere("validate", args, folder);

it("prints JSON and nothing else, with a row for every row", () => {
  // In a process of its own, as a person runs it.
  const node = ["--import", "tsx", "--conditions=react-server", "scripts/validate.ts"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, file, "--json"], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const { rows, ...rest } = JSON.parse(stdout);
  expect(rest).toEqual({});
  expect(rows.map(Object.keys)).toEqual(
    Array.from({ length: 7 }, () => ["id", "metric", "measured", "predicted", "reason"]),
  );
  expect(rows.map(({ id }: { id: string }) => id)).toEqual([
    "time",
    "rate",
    "strange",
    "too-large",
    "arrivals",
    "prompts",
    "broken",
  ]);
  const [time, rate, strange, large, arrivals, prompts, broken] = rows;
  const unanswered = [strange, large, broken];
  expect(arrivals.predicted).toBeGreaterThan(time.predicted / 2);
  expect(prompts.predicted).toBeGreaterThan(1000);
  expect(prompts.predicted).toBeLessThan(1e6);
  expect(time).toMatchObject({ metric: "tpot_ms", measured: 12.5, reason: null });
  expect(time.predicted).toBeGreaterThan(1);
  expect(rate).toMatchObject({ measured: 900, reason: null });
  for (const { predicted, reason } of unanswered) {
    expect(predicted).toBeNull();
    expect(reason).toMatch(/\S/);
  }
  expect(unanswered[0].reason).toContain("nobody/nothing");
  expect(unanswered[1].reason).toContain("Needs");
  expect(unanswered[2].reason).toContain("value");
});

it("prints a table that counts what it could not answer, by reason", async () => {
  const { code, out } = await validate(file);
  expect(code).toBe(0);
  expect(out).toContain("answered 4 of 7 measurements");
  expect(out).toMatch(/1 × model nobody\/nothing/);
  expect(out).toMatch(/line 7 \(broken\): not read: value/);
  expect(out).toMatch(/^overall\s+4 /m);
});

it("refuses a missing file and an unknown flag with a message", async () => {
  const missing = await validate(join(folder, "none.csv"), "--json");
  expect(missing).toMatchObject({ code: 1, out: "" });
  expect(missing.said).toContain("none.csv");
  expect(await validate(file, "--jsno")).toMatchObject({ code: 1, out: "" });
});

it("takes a file's name from where the person is, and the flag on either side of it", async () => {
  const { code, out } = await validate("--json", "own.csv");
  expect(code).toBe(0);
  expect(JSON.parse(out).rows).toHaveLength(7);
});

it.each([
  ["other columns", "gpu,speed\nH100,12\n", /needs the columns id, accelerator, model/],
  ["headings alone", table(), /there is no measurement below the headings/],
  ["nothing in it", " \n", /there is nothing in it/],
  ["a heading twice", table({ id: "a" }).replace("pp,", "tp,"), /names tp more than once/],
])("refuses a file with %s instead of answering 0 of 0", async (_, text, says) => {
  const odd = join(folder, "no-rows.csv");
  writeFileSync(odd, text);
  const { code, out, said } = await validate(odd);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(said).toMatch(says);
});

it("says of anchors what makes their corrections mean little", async () => {
  const anchored = async (...rows: Parameters<typeof table>) => {
    const anchors = join(folder, "anchors.csv");
    writeFileSync(anchors, table(...rows));
    return (await validate(file, "--anchors", anchors, "--json")).said;
  };
  expect(await anchored({ id: "time" })).toMatch(/1 of 6 rows are anchors themselves/);
  expect(await anchored({ id: "s", value: "0.0125" })).toMatch(
    /s: value: 0\.0125 of tpot_ms is [\d,]+ times under/,
  );
  expect(await anchored({ id: "other", engine: "sglang" })).toMatch(/nothing is corrected/);
  expect(await anchored({ id: "near", value: "13" })).toBe("");
});

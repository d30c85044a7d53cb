import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/estimate/route";
import { estimate } from "@/lib/engine";
import { scenarioSchema } from "@/lib/scenario";
import { LOOKUP } from "../engine/plans";
import { type Ended, runHere } from "./in-process";

const ROOT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "estimate-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the script as `npm run` does in the folder of the files, with `input` on its standard input. */
function run(argument: string[], input = ""): Promise<Ended> {
  const args = [join(ROOT, "scripts/run.mjs"), "estimate", ...argument];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { cwd: ROOT, env: { ...process.env, INIT_CWD: folder } },
      (error, out, said) => resolve({ code: error ? Number(error.code) : 0, out, said }),
    );
    child.stdin?.end(input);
  });
}

const file = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);

/** The script in this process. */
const estimateHere = (name: string) => runHere("estimate", [name], folder);

const short = {
  workload: { model: "meta-llama-3.1-8b", inputTokens: "2k", batch: 4 },
  options: [{ accelerator: "nvidia-l40s", pricePerHour: "$0.79/h" }],
};

describe("the estimate script", () => {
  it("prints the very JSON that the API answers", async () => {
    const body = JSON.stringify(short);
    file("short.json", body);
    const [{ code, out, said }, answer] = await Promise.all([
      run(["short.json"]),
      POST(new Request("http://localhost/api/v1/estimate", { method: "POST", body })),
    ]);
    expect({ code, said }).toEqual({ code: 0, said: "" });
    expect(out).toBe(`${await answer.text()}\n`);
    expect(JSON.parse(out)).toEqual(
      JSON.parse(JSON.stringify(estimate(scenarioSchema.parse(short), LOOKUP))),
    );
  });

  it("reads standard input, and refuses bad fields, each with its path", async () => {
    const workload = { ...short.workload, inputTokens: "12x8k", batch: -1 };
    const { code, out, said } = await run(["-"], JSON.stringify({ ...short, workload, speed: 1 }));
    expect({ code, out }).toEqual({ code: 1, out: "" });
    const lines = said.trim().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^workload\.inputTokens: Input tokens: .*"x8k"/),
        expect.stringMatching(/^workload\.batch: Batch: .*-1/),
        expect.stringMatching(/^speed: "speed" is not a field$/),
      ]),
    );
  });

  it("refuses a model that the catalog lacks", async () => {
    file("gone.json", JSON.stringify({ ...short, workload: { model: "llama-9000" } }));
    const { code, out, said } = await estimateHere("gone.json");
    expect({ code, out, said }).toEqual({
      code: 1,
      out: "",
      said: 'workload.model: The catalog has no model "llama-9000"\n',
    });
  });

  it("refuses what is no JSON, by the name of its file", async () => {
    file("broken.json", '{"workload": ');
    const { code, out, said } = await estimateHere("broken.json");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(said).toMatch(/^broken\.json: not JSON: /);
  });
});

describe("every script that reads a file", () => {
  const model = JSON.stringify({ model_type: "llama", hidden_size: 4096 });
  it.each([
    ["estimate", "a.json", JSON.stringify(short), 0],
    ["import-model", "llama.json", model, 1],
    ["validate", "rows.csv", "id,model\n1,x\n", 1],
  ])(
    "%s takes a byte order mark and refuses what is no UTF-8, by the name of its file",
    async (script, name, text, code) => {
      file(name, text);
      file(`mark-${name}`, `\uFEFF${text}`);
      file(`bad-${name}`, Buffer.concat([Buffer.from(text), Buffer.of(0xe9)]));
      const names = [name, `mark-${name}`, `bad-${name}`];
      const ended: Ended[] = [];
      for (const each of names) ended.push(await runHere(script, [each], folder));
      const [plain, marked, refused] = ended;
      expect(plain?.code).toBe(code);
      expect(marked).toEqual({ ...plain, said: plain?.said.replace(name, `mark-${name}`) });
      expect(refused).toMatchObject({ code: 1, out: "" });
      expect(refused?.said).toMatch(/^bad-[a-z.]+: .*is not text in UTF-8\n$/);
    },
  );
});

import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { answer } from "@/lib/engine";
import { scenarioSchema } from "@/lib/scenario";
import { LOOKUP } from "../engine/plans";

const ROOT = join(import.meta.dirname, "../..");

function search(scenario: object, flags: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = [join(ROOT, "scripts/run.mjs"), "search", "-", ...flags];
    const child = execFile(process.execPath, args, { cwd: ROOT }, (error, out) =>
      error ? reject(error) : resolve(out),
    );
    child.stdin?.end(JSON.stringify(scenario));
  });
}

it("search prints its results with the very figures that the answer of each has", {
  timeout: 120_000,
}, async () => {
  const asked = {
    workload: { model: "meta-llama-3.1-8b" },
    traffic: { load: "rate", requestRate: 40 },
    goals: { tpot: "30 ms" },
    options: [{ accelerator: "nvidia-l40s" }],
  };
  const chips = "nvidia-h100-sxm-80gb,nvidia-l40s,amd-mi300x";
  const flags = ["--json", "--accelerators", chips, "--counts", "1,2", "--engines", "vllm", "--top", "4"];
  const printed = JSON.parse(await search(asked, flags));
  const { evaluated, feasible, seconds, results, configurations, ruledOut } = printed;
  expect(results).toHaveLength(4);
  expect(evaluated).toBeGreaterThanOrEqual(feasible);
  expect(seconds).toBeGreaterThan(0);
  const unseen = Object.values<number>(ruledOut).reduce((sum, count) => sum + count, 0);
  expect(evaluated + unseen).toBe(configurations);
  const options = results.map(({ option }: { option: object }) => option);
  const whole = answer(scenarioSchema.parse({ ...asked, options }), LOOKUP);
  for (const [index, { figures }] of results.entries()) {
    expect(figures).toEqual(whole.options[index]?.figures);
    expect(figures.tpot).toBeLessThanOrEqual(0.03);
    const before = results[index - 1]?.figures.monthlyCost ?? 0;
    expect(figures.monthlyCost).toBeGreaterThanOrEqual(before);
  }
});

import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { calibrating, slotsOf } from "@/lib/accuracy/calibrate";
import { leaveOut } from "@/lib/accuracy/cross-validation";
import { evidenceAnswers } from "@/lib/accuracy/evidence-answers";
import { fitConstants } from "@/lib/accuracy/fit";
import { type Measurement, readMeasurements } from "@/lib/accuracy/measurement";
import type { Answer } from "@/lib/accuracy/predict";
import { accelerator, calibrations, modelByName } from "@/lib/catalog";
import { catalogLookup } from "@/lib/catalog/lookup";
import type { Evidence } from "@/lib/engine";
import { modelFamily } from "@/lib/engine/family";
import { names } from "./rows";

/** Two families on each of two chips, a third on one of them and alone on its sibling, and one alone on a chip of its own. */
const WANTED = [
  ["nvidia-h200-sxm-141gb", "meta-llama/Meta-Llama-3.1-70B"],
  ["nvidia-h200-sxm-141gb", "openai/gpt-oss-120b"],
  ["nvidia-b200-sxm", "meta-llama/Meta-Llama-3.1-70B"],
  ["nvidia-b200-sxm", "openai/gpt-oss-120b"],
  ["nvidia-b200-sxm", "moonshotai/Kimi-K2.5"],
  ["nvidia-b300-sxm", "moonshotai/Kimi-K2.5"],
  ["amd-mi300x", "meta-llama/Meta-Llama-3.1-405B"],
] as const;

const { rows } = readMeasurements(readFileSync("data/benchmarks/calibration.csv", "utf8"));
const asked = WANTED.flatMap(([chip, model]) =>
  rows
    .filter((row) => row.accelerator === chip && row.model === model && row.engine === "vllm")
    .filter(({ metric }) => metric === "tpot_ms")
    .slice(0, 3),
);
const family = ({ model }: Measurement) => {
  const found = modelByName(model);
  return found ? modelFamily(found) : model;
};
const kin = (row: Measurement) => ({
  family: family(row),
  architecture: accelerator(row.accelerator)?.architecture ?? "",
});

let answerable: readonly Measurement[];
let answers: ReadonlyMap<Evidence, readonly Answer[]>;
const of = (evidence: Evidence) =>
  new Set(answers.get(evidence)?.map(({ row }) => `${family(row)} on ${row.accelerator}`));

beforeAll(() => {
  const records = calibrations().filter(({ id }) => ["vllm", "hopper"].includes(id));
  const problem = calibrating(asked, slotsOf(records), catalogLookup(), names);
  answerable = problem.rows;
  const base = fitConstants(problem.problem, () => {}, { rounds: 2 });
  const unseen = leaveOut(problem, base, family, names, () => {});
  answers = evidenceAnswers(problem, base, unseen, kin, names, () => {});
});

describe("measurements by how near their evidence is", () => {
  it("are all measured", () => {
    expect(answers.get("measured")?.map(({ row }) => row)).toEqual(answerable);
    expect(answerable.length).toBeGreaterThan(15);
  });

  it("lose a family on an accelerator where both were measured apart as well", () => {
    expect([...of("family")].sort()).toEqual([
      "gpt-oss on nvidia-b200-sxm",
      "gpt-oss on nvidia-h200-sxm-141gb",
      "kimi on nvidia-b200-sxm",
      "llama 3 on nvidia-b200-sxm",
      "llama 3 on nvidia-h200-sxm-141gb",
    ]);
  });

  it("lose a family only on accelerators that others ran on", () => {
    expect(of("chip")).toEqual(of("family"));
  });

  it("lose an accelerator only where its architecture has another", () => {
    expect([...new Set(answers.get("architecture")?.map(({ row }) => row.accelerator))].sort()).toEqual([
      "nvidia-b200-sxm",
      "nvidia-b300-sxm",
    ]);
  });

  it("are answered otherwise by a fit that never saw them", () => {
    const predicted = (evidence: Evidence, id: string) =>
      answers.get(evidence)?.find(({ row }) => row.id === id)?.predicted;
    const id = asked.find(({ accelerator: chip }) => chip === "nvidia-h200-sxm-141gb")?.id ?? "";
    expect(predicted("family", id)).not.toBe(predicted("measured", id));
  });
});

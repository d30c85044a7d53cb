import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import { models } from "@/lib/catalog";
import { layerGroupSchema, modelSchema } from "@/lib/catalog/model";
import { estimate, UnknownRecord } from "@/lib/engine";
import { type FieldPath, fields, type NumberField, parseScenario } from "@/lib/scenario";
import { fromSchema } from "./from-schema";

/** Plans tried; `EXTREME_PLANS=60000` tries as many. */
const RUNS = Number(process.env.EXTREME_PLANS ?? 2000);

/** The bounds of a field, its choices, and something in between. */
function ends(path: FieldPath): fc.Arbitrary<string | number> {
  const field = fields[path];
  if (field.kind === "choice") return fc.constantFrom(...field.choices.map(({ value }) => value));
  if (field.kind === "record") {
    const ids = {
      models: ["custom-odd", "qwen3-8b", "deepseek-v3"],
      accelerators: ["nvidia-h100-sxm-80gb", "amd-epyc-9965", "aws-inferentia2", "custom-chip"],
      places: ["united-states"],
      formats: ["fp8", "bf16", "nvfp4", "int4-awq-g128"],
    };
    return fc.constantFrom(...ids[field.of]);
  }
  const { choices, min, max, default: preset }: NumberField = field;
  return fc.constantFrom(...(choices ?? [min, preset ?? min, max]));
}
const section = (name: string, ...requiredKeys: string[]) => {
  const paths = (Object.keys(fields) as FieldPath[]).filter((path) => path.startsWith(`${name}.`));
  const members = paths.map((path) => [path.slice(name.length + 1), ends(path)] as const);
  const all = fc.record(Object.fromEntries(members), { requiredKeys });
  // With everything at its end at once hardly a plan runs: as often as not few settings are said.
  const few = fc
    .tuple(
      all,
      fc.subarray(
        members.map(([key]) => key),
        { maxLength: 4 },
      ),
    )
    .map(([values, kept]) =>
      Object.fromEntries(
        Object.entries(values).filter(([key]) => requiredKeys.includes(key) || kept.includes(key)),
      ),
    );
  return fc.oneof(few, all);
};
const [known] = models();
const odd = fromSchema(layerGroupSchema);
const {
  hidden,
  vocab,
  tiedEmbeddings,
  norm,
  finalNorm,
  learnedPositions,
  encoder,
  hyperConnections,
  contextMax,
} = modelSchema.shape;
const parts = {
  hidden,
  vocab,
  tiedEmbeddings,
  norm,
  finalNorm,
  learnedPositions,
  encoder,
  hyperConnections,
  contextMax,
};
const oddModel = fc
  .tuple(
    fc.record(Object.fromEntries(Object.entries(parts).map(([key, schema]) => [key, fromSchema(schema)]))),
    fc.array(odd, { minLength: 1, maxLength: 3 }),
    fc.array(odd, { maxLength: 1 }),
  )
  .map(([shape, layers, prediction]) => ({ ...known, ...shape, layers, prediction, id: "custom-odd" }));
const chips = ["1 GB", "80 GB", "100 TB"].map((memory, at) => ({
  name: "Chip",
  architecture: (["hopper", "cpu-x86", "apple"] as const)[at],
  memory,
  memoryBandwidth: ["1 GB/s", "3 TB/s", "1000 TB/s"][at],
  bf16: ["1 GFLOP/s", "1 PFLOP/s", "1000 PFLOP/s"][at],
}));
const plans = fc.record({
  workload: section("workload", "model"),
  serving: section("serving"),
  options: fc.array(section("options", "accelerator"), { minLength: 1, maxLength: 2 }),
  finance: section("finance"),
  custom: fc.record({
    models: oddModel.map((model) => ({ "custom-odd": model })),
    accelerators: fc.constantFrom(...chips).map((chip) => ({ "custom-chip": chip })),
  }),
});

/** The ways to the numbers that are not finite; JSON would write them as null. */
function oddNumbers(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => oddNumbers(item, `${path}.${key}`));
}

describe("a plan within bounds", () => {
  it("has a result of finite numbers, however extreme it is", () => {
    let [tried, ran] = [0, 0];
    fc.assert(
      fc.property(plans, (plan) => {
        const reading = parseScenario(plan);
        if (!reading.ok) return;
        tried++;
        try {
          const result = estimate(reading.scenario, lookupFor(reading.scenario));
          ran += Number(result.options.some(({ verdict }) => verdict.feasible));
          expect(oddNumbers(result)).toEqual([]);
        } catch (error) {
          if (!(error instanceof UnknownRecord)) throw error;
        }
      }),
      { numRuns: RUNS },
    );
    console.log(`${tried} of ${RUNS} plans were read, ${ran} of them run`);
    expect(ran).toBeGreaterThan(RUNS / 100);
  }, 3_600_000);
});

describe("a mixture", () => {
  const layer = {
    count: 2,
    norms: 2,
    mixer: { kind: "gqa", heads: 2, kvHeads: 2, headDim: 8 },
    ffn: { kind: "moe", experts: 4, perToken: 5, width: 8, gated: true },
  };
  it.each(["layers", "prediction"])(
    "with more experts per token than it has is refused in its %s",
    (where) => {
      const model = { ...known, id: "custom-odd", [where]: [layer] };
      const reading = parseScenario({
        workload: { model: "custom-odd" },
        options: [{ accelerator: "nvidia-h100-sxm-80gb" }],
        custom: { models: { "custom-odd": model } },
      });
      expect(reading).toEqual({
        ok: false,
        errors: [
          {
            path: `custom.models.custom-odd.${where}.0.ffn.perToken`,
            message: "expected at most as many experts per token as there are experts",
          },
        ],
      });
    },
  );
});

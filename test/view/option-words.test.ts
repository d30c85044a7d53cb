import { describe, expect, it } from "vitest";
import type { Estimate } from "@/lib/engine";
import { defaultScenario } from "@/lib/scenario";
import type { Field } from "@/lib/scenario/field-kinds";
import { fields } from "@/lib/scenario/fields";
import { apiNames } from "@/lib/view/board/api-offers";
import { capacityText, memoryBars, memoryTable, partLabels } from "@/lib/view/memory";
import { months } from "@/lib/view/monthly";
import { movedFigures, movedTable } from "@/lib/view/moved";
import { optionNames } from "@/lib/view/option-name";
import { changeText, cssShare, percent, signedPercent } from "@/lib/view/percent";
import { estimated } from "./estimates";

type Said = {
  tp?: number;
  pp?: number;
  dp?: number;
  replicas?: number;
  prefillReplicas?: number;
  instances?: number;
  neighbours?: string;
  batching?: string;
  speculation?: string;
  weights?: string;
};
type Made = Said & {
  name?: string;
  figures?: object;
  memory?: object[];
  feasible?: boolean;
  operation?: object;
};
function plan(...options: Made[]): Estimate {
  const said = options.map(
    ({ name: _, figures: _f, memory: _m, feasible: _v, operation: _o, ...option }) => ({
      accelerator: "chip",
      tp: 1,
      pp: 1,
      dp: 1,
      ep: 1,
      prefillReplicas: 0,
      ...option,
    }),
  );
  return {
    scenario: { ...defaultScenario, options: said },
    options: options.map(
      ({ name = "Chip", figures = {}, memory = [], feasible = true, operation }, index) => ({
        option: said[index],
        accelerator: { id: "chip", name },
        figures,
        memory,
        verdict: { feasible },
        ranges: {},
        operation,
      }),
    ),
  } as unknown as Estimate;
}

describe("the name of an option", () => {
  it.each<[string, Made[], string[]]>([
    ["counts what is paid for", [{ tp: 2, figures: { acceleratorCount: 16 } }], ["16 × Chip"]],
    ["multiplies its layout", [{ tp: 2, pp: 3, dp: 5, replicas: 2, prefillReplicas: 1 }], ["90 × Chip"]],
    ["takes unsaid replicas for one", [{ tp: 4 }], ["4 × Chip"]],
    ["does not count to one", [{}], ["Chip"]],
    [
      "says how each serves though the counts differ",
      [
        { batching: "static", figures: { acceleratorCount: 40 } },
        { figures: { acceleratorCount: 9 } },
        { speculation: "eagle", figures: { acceleratorCount: 8 } },
      ],
      ["40 × Chip, Static", "9 × Chip, Continuous", "8 × Chip, Continuous, EAGLE"],
    ],
    [
      "counts places beside other models as parts of a chip",
      [
        { instances: 7, neighbours: "others", figures: { acceleratorCount: 3 / 7 } },
        { name: "B", instances: 4, neighbours: "others", figures: { acceleratorCount: 1 / 4 } },
        { name: "C", instances: 2, figures: { acceleratorCount: 2 } },
      ],
      ["3 × 1/7 Chip", "1/4 B", "2 × C"],
    ],
    ["is enough where chips differ", [{ name: "A" }, { name: "B" }], ["A", "B"]],
    [
      "says the layouts where those differ",
      [
        { tp: 4, pp: 2 },
        { tp: 2, dp: 4 },
        { tp: 8 },
        { tp: 2, replicas: 3, prefillReplicas: 1 },
        { tp: 4, replicas: 2 },
      ],
      [
        "8 × Chip, TP 4 × PP 2",
        "8 × Chip, TP 2 × DP 4",
        "8 × Chip, TP 8",
        "8 × Chip, TP 2, 1 for prompts",
        "8 × Chip, TP 4",
      ],
    ],
    [
      "says how many replicas for prompts run, not how many were typed",
      [
        {
          prefillReplicas: 2,
          figures: { acceleratorCount: 12 },
          operation: { patch: { prefillReplicas: 8 } },
        },
        { figures: { acceleratorCount: 9 } },
      ],
      ["12 × Chip, TP 1, 8 for prompts", "9 × Chip, TP 1"],
    ],
    [
      "says the formats where the layouts are alike",
      [{ weights: "fp8" }, { weights: "bf16" }],
      ["Chip, FP8", "Chip, BF16"],
    ],
    ["says its place where nothing else differs", [{}, {}], ["Chip (1)", "Chip (2)"]],
    [
      "says the place of those alone that are alike",
      [{ tp: 2 }, { tp: 2 }, { pp: 2 }],
      ["2 × Chip, TP 2 (1)", "2 × Chip, TP 2 (2)", "2 × Chip, TP 1 × PP 2"],
    ],
    [
      "says what differs where the counts do too",
      [
        { weights: "fp8", tp: 2, figures: { acceleratorCount: 20 } },
        { weights: "bf16", tp: 4, figures: { acceleratorCount: 66 } },
      ],
      ["20 × Chip, FP8, TP 2", "66 × Chip, BF16, TP 4"],
    ],
  ])("%s", (_, options, names) => {
    expect(optionNames(plan(...options))).toEqual(names);
  });

  it("counts what does not run as the engine counts what does", () => {
    const shared = { instances: 7, partition: "mig", replicas: 10, prefillReplicas: 1 } as const;
    const run = estimated(
      [
        { tp: 2, pp: 2, replicas: 3, prefillReplicas: 1 },
        { tp: 2, dp: 2, ep: 4, replicas: 2 },
        shared,
        { ...shared, neighbours: "others" } as const,
        { instances: 2, replicas: 5 },
      ].map((option) => ({ accelerator: "nvidia-h200-sxm-141gb", ...option })),
      {},
      "llama-3.2-1b-instruct",
    );
    const uncounted = run.options.map((option) => ({
      ...option,
      figures: { ...option.figures, acceleratorCount: undefined },
    }));
    expect(run.options.map(({ figures }) => figures.acceleratorCount)).not.toContain(undefined);
    expect(optionNames({ ...run, options: uncounted } as unknown as Estimate)).toEqual(optionNames(run));
  });

  // Whatever an option may say for itself: a new field is one more thing that names must tell apart.
  it.each(
    (Object.entries(fields) as [string, Field][]).flatMap(([path, field]) => {
      const key = path.slice("options.".length);
      return path.startsWith("options.") && !["accelerator", "replicas"].includes(key)
        ? [[key, field] as const]
        : [];
    }),
  )("tells two apart that differ in %s alone", (key, field) => {
    const value =
      field.kind === "number"
        ? (field.min + field.max) / 2
        : field.kind === "choice"
          ? field.choices.at(-1)?.value
          : "other";
    const [one, other] = optionNames(
      plan({}, { [key]: value, ...(key === "partition" && { instances: 2 }) }),
    );
    expect(one).not.toBe(other);
    expect(`${one}${other}`).not.toMatch(/\(\d\)/);
  });
});

describe("memory", () => {
  const parts = [
    { part: "free", bytes: 10 },
    { part: "runtime", bytes: 5 },
    { part: "kv", bytes: 20 },
    { part: "activations", bytes: 0 },
    { part: "weights", bytes: 45 },
  ];
  const full = plan(
    { memory: parts, figures: { memoryCapacity: 80 } },
    { memory: parts, figures: { memoryCapacity: 160 } },
    { memory: parts },
    {},
  );

  it("fills from what is always there to what is left over, on the scale of the largest", () => {
    const [first, second, third, none] = memoryBars(full);
    expect(first?.segments).toEqual([
      { part: "weights", label: "Weights", bytes: 45, start: 0, width: 45 / 160 },
      { part: "kv", label: "KV cache", bytes: 20, start: 45 / 160, width: 20 / 160 },
      { part: "runtime", label: "Runtime", bytes: 5, start: 65 / 160, width: 5 / 160 },
      { part: "free", label: "Free", bytes: 10, start: 70 / 160, width: 10 / 160 },
    ]);
    const { memoryFraction } = full.scenario.serving;
    expect(first).toMatchObject({
      capacity: 0.5,
      limit: memoryFraction / 2,
      capacityBytes: 80,
      accelerator: "chip",
    });
    expect(second).toMatchObject({ capacity: 1, limit: memoryFraction });
    const filled = full.options.map((each) => ({ ...each, figures: { ...each.figures, fillableBytes: 60 } }));
    expect(memoryBars({ ...full, options: filled })[0]?.limit).toBe(60 / 160);
    expect(third).toMatchObject({ capacity: 0.5, capacityBytes: 80 });
    expect(none).toMatchObject({ capacity: 0, capacityBytes: 0, segments: [] });
    expect(partLabels.activations).toBe("Activations");
  });

  it("is a row whose every amount can be explained, zero where a part is empty", () => {
    const [row, , , none] = memoryTable(full).rows;
    const cell = (value: number, address: string) => ({ value, option: 0, address });
    expect(row).toMatchObject({
      weights: cell(45, "weightBytes"),
      kv: cell(20, "runningKvBytes"),
      activations: cell(0, "activationBytes"),
      runtime: cell(5, "runtimeBytes"),
      free: cell(10, "freeBytes"),
      capacity: cell(80, "memoryCapacity"),
    });
    expect(none).toMatchObject({ weights: 0, kv: 0, free: 0, capacity: 0, named: null });
  });

  it.each<[number, string | undefined, string]>([
    [80e9, undefined, "80.0 GB (74.5 GiB)"],
    [80e9, "80 GB", "80 GB (74.5 GiB)"],
    [192 * 2 ** 30, "192 GiB", "192 GiB"],
    [150.8e9, "141 GB", "141 GB by name, 151 GB (140 GiB) by its driver"],
    [80e9 * 1.0009, "80 GB", "80 GB (74.6 GiB)"],
    [80e9, "much", "80.0 GB (74.5 GiB)"],
  ])("of %d B named %s is %s", (bytes, named, text) => {
    expect(capacityText(bytes, named)).toBe(text);
  });
});

describe("what moved", () => {
  const figures = (costPerToken?: number, ttft?: number) => ({
    ...(costPerToken === undefined ? {} : { costPerToken }),
    ...(ttft === undefined ? {} : { ttft }),
  });
  const between = (before: object, after: object) =>
    movedFigures(plan({ figures: before }), plan({ figures: after })).map(
      ({ label, before: old, after: now, change }) => [label, old, now, change],
    );

  it("is what differs by more than arithmetic does", () => {
    expect(between(figures(2e-6, 1), figures(3e-6, 1 + 1e-12))).toEqual([
      ["Cost, blended", 2e-6, 3e-6, expect.closeTo(0.5, 9)],
    ]);
    expect(between(figures(2e-6), figures(1e-6))).toEqual([["Cost, blended", 2e-6, 1e-6, -0.5]]);
    expect(between(figures(2e-6), figures())).toEqual([["Cost, blended", 2e-6, null, null]]);
    expect(between(figures(), figures(2e-6))).toEqual([["Cost, blended", null, 2e-6, null]]);
    expect(between(figures(0), figures(2e-6))).toEqual([["Cost, blended", 0, 2e-6, null]]);
    expect(between(figures(0), figures(0))).toEqual([]);
  });

  it("stands in the unit that suits both sides", () => {
    const moved = movedFigures(plan({ figures: figures(2e-6) }), plan({ figures: figures(3e-6) }));
    expect(movedTable(moved).rows).toEqual([
      {
        option: "Chip",
        figure: "Cost, blended",
        unit: "$/Mtok",
        before: expect.closeTo(2, 9),
        after: expect.closeTo(3, 9),
        change: expect.closeTo(50, 9),
      },
    ]);
    const gone = movedFigures(plan({ figures: figures(2e-6) }), plan({}));
    expect(movedTable(gone).rows[0]).toMatchObject({ after: null, change: null });
  });

  it("and a month are of every option by its name", () => {
    const figures = {
      monthlyRequests: 1,
      monthlyInputTokens: 2,
      monthlyOutputTokens: 3,
      monthlyCost: 4,
      monthlyEnergy: 5,
    };
    expect(months(plan({ figures }, { figures, feasible: false }, {}))).toEqual([
      {
        name: "Chip (1)",
        accelerator: "chip",
        requests: 1,
        inputTokens: 2,
        outputTokens: 3,
        cost: 4,
        energy: 5,
      },
      {
        name: "Chip (2)",
        accelerator: "chip",
        requests: 1,
        inputTokens: 2,
        outputTokens: 3,
        cost: null,
        energy: 5,
      },
      expect.objectContaining({ name: "Chip (3)", requests: null, cost: null, energy: null }),
    ]);
  });
});

describe("a share", () => {
  it.each([
    [percent(0.0724), "7.2 %"],
    [percent(0.93, 0), "93 %"],
    [signedPercent(0.041), "+4.1 %"],
    [signedPercent(-0.0004), "0.0 %"],
    [signedPercent(-0.034, 0), "−3 %"],
    [cssShare(0.5), "50.000%"],
    [cssShare(1 / 3), "33.333%"],
    [changeText(0.1), "+10 %"],
    [changeText(0.099), "+9.9 %"],
    [changeText(8.94), "×9.9"],
    [changeText(9), "×10"],
    [changeText(9.6), "×11"],
    [changeText(1.999), "+200 %"],
  ])("%s", (text, expected) => {
    expect(text).toBe(expected);
  });
});

it("no two API offers of a plan are called alike", () => {
  const offer = { model: "m", provider: "One", name: "m", input: 1, output: 1, asOf: "2026-01-01" };
  const apis = [offer, { ...offer, provider: "Two" }, { ...offer, name: "m fast" }, offer];
  expect(apiNames({ apis })).toEqual([
    "One API, m of 2026-01-01 (1)",
    "Two API",
    "One API, m fast of 2026-01-01",
    "One API, m of 2026-01-01 (4)",
  ]);
});

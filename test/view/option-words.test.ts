import { describe, expect, it } from "vitest";
import type { Estimate } from "@/lib/engine";
import type { Field } from "@/lib/scenario/field-kinds";
import { fields } from "@/lib/scenario/fields";
import { apiNames } from "@/lib/view/board/api-offers";
import { optionNames } from "@/lib/view/option-name";
import { changeText, cssShare, percent, signedPercent } from "@/lib/view/percent";
import { estimated } from "./estimates";
import { type Made, plan } from "./made-plan";

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

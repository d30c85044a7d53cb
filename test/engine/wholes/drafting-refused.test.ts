import { describe, expect, it } from "vitest";
import { estimate, UnknownRecord } from "@/lib/engine";
import { type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { LOOKUP } from "../plans";
import { figureOf, onMachine } from "./machine";

const asked = (serving: ScenarioInput["serving"], option: object = {}) =>
  estimate(
    scenarioSchema.parse({
      workload: { model: "meta-llama-3.1-8b", batch: 1 },
      serving,
      options: [{ accelerator: "nvidia-h100-sxm-80gb" }, { accelerator: "nvidia-h100-sxm-80gb", ...option }],
    }),
    LOOKUP,
  ).options.map(({ verdict }) => verdict);

describe("drafting that cannot be", () => {
  it("is refused by the field that it is about, in words", () => {
    expect(asked({ speculation: "mtp" })[0]).toMatchObject({
      feasible: false,
      reason: "format",
      path: "speculation",
      message: "Meta-Llama-3.1-8B has no layers that predict further tokens",
    });
    expect(asked({ speculation: "draft" })[0]).toMatchObject({
      feasible: false,
      reason: "unknown",
      path: "draftModel",
      message: "Speculative decoding needs the name of a draft model",
    });
  });

  it("is an unknown record where no such model is, named where it was said", () => {
    const lost = (serving: ScenarioInput["serving"], option?: object) => {
      try {
        return asked(serving, option);
      } catch (error) {
        if (error instanceof UnknownRecord) return { message: error.message, path: error.path };
        throw error;
      }
    };
    expect(lost({ speculation: "draft", draftModel: "no-such" })).toEqual({
      message: 'The catalog has no model "no-such"',
      path: "serving.draftModel",
    });
    // Who does not draft needs no drafter, known or not.
    expect(lost({ draftModel: "no-such" })).toMatchObject([{ feasible: true }, { feasible: true }]);
  });
});

describe("drafting beside a batch", () => {
  it("is timed as a pass of its own whatever the batching, host time left out", () => {
    const machine = { compute: 4e9, stack: { hostTime: 0.1, sequenceTime: 0.01 } };
    const timed = (["continuous", "static"] as const).map((batching) =>
      onMachine(machine, {
        serving: {
          batching,
          speculation: "draft",
          draftModel: "small-by-hand",
          draftTokens: 3,
          acceptance: 0.5,
        },
        workload: { batch: 1 },
      }),
    );
    // A pass of one row through a quarter of the layer and the head: 0.25 + 4 ms, three times.
    for (const option of timed) expect(figureOf(option, "draftStepTime")).toBeCloseTo(0.01275, 6);
  });

  it("grows with the sequences in it, as the target does", () => {
    const drafted = (batch: number) =>
      figureOf(
        onMachine(
          { compute: 4e9 },
          {
            serving: {
              batching: "static",
              speculation: "draft",
              draftModel: "small-by-hand",
              draftTokens: 3,
              acceptance: 0.5,
            },
            workload: { batch },
          },
        ),
        "draftStepTime",
      );
    expect(drafted(7)).toBeCloseTo(7 * drafted(1), 9);
  });
});

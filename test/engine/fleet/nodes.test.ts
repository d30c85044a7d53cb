import { describe, expect, it } from "vitest";
import { filled, nodeSize, wholeNodes } from "@/lib/engine/search/nodes";
import { scenarioSchema } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "../plans";

const plan = (option: object) =>
  planOf(
    scenarioSchema.parse({
      workload: { model: "meta-llama-3.1-8b" },
      options: [{ accelerator: "nvidia-h100-sxm-80gb", pricePerHour: 2, ...option }],
    } as never),
    0,
  );

describe("replicas in whole nodes", () => {
  it.each([
    // Five of two in nodes of eight: two nodes, which hold eight.
    [5, 2, 8, 8],
    [4, 2, 8, 4],
    [1, 8, 8, 1],
    // A replica over several nodes, and one that leaves a part of one.
    [2, 16, 8, 2],
    [1, 3, 8, 2],
    [1, 12, 8, 1],
    // Four on one accelerator.
    [5, 0.25, 1, 8],
    [5, 2, 0, 5],
  ])("are, of %i of %f in nodes of %i, %i", (replicas, each, node, whole) => {
    expect(filled(replicas, each, node)).toBe(whole);
  });

  it("fill an accelerator that the model has alone, and not one that it shares with others", () => {
    const alone = plan({ instances: 4, neighbours: "same" });
    const shared = plan({ instances: 4, neighbours: "others" });
    expect([nodeSize(alone, LOOKUP), nodeSize(shared, LOOKUP)]).toEqual([1, 0]);
    expect([wholeNodes(alone, LOOKUP, 5, 1), wholeNodes(shared, LOOKUP, 5, 1)]).toEqual([8, 5]);
    // Each with a replica for its prompts: two accelerators for four of both.
    expect(wholeNodes(alone, LOOKUP, 5, 2)).toBe(6);
  });
});

import { describe, expect, it } from "vitest";
import { estimate } from "@/lib/engine";
import { scenarioSchema } from "@/lib/scenario";
import { changedTable, differenceOf } from "@/lib/view/saved/difference";
import { LOOKUP } from "@/test/engine/plans";
import { expectHeadersToHold } from "../table-text";

const nameOf = (id: string) => id.toUpperCase();
const H100 = { accelerator: "nvidia-h100-sxm-80gb" };
const H200 = { accelerator: "nvidia-h200-sxm-141gb" };

const plan = (batch: number, options: object[], weights = "fp8") =>
  estimate(
    scenarioSchema.parse({
      workload: { model: "meta-llama-3.1-8b", batch },
      serving: { weights },
      options,
    }),
    LOOKUP,
  );

describe("the difference of two plans", () => {
  it("is nothing between a plan and itself", () => {
    const same = plan(8, [H100, H200]);
    expect(differenceOf(same, same, nameOf)).toEqual({ lines: [], figures: [] });
  });

  it("is what is assumed otherwise, and every figure that moved with it", () => {
    const { lines, figures } = differenceOf(plan(8, [H100]), plan(16, [H100], "bf16"), nameOf);
    expect(lines.find(({ before }) => before === "FP8")).toMatchObject({ after: "BF16" });
    expect(lines.map(({ before, after }) => [before, after])).toContainEqual(["8 req", "16 req"]);
    const cost = figures.find(({ label }) => /cost/i.test(label));
    expect(cost?.change).not.toBeNull();
    expect(cost?.change).not.toBe(0);
    const table = changedTable(lines, { before: "Version 1", after: "Version 2" });
    expectHeadersToHold(table);
    expect(table.columns.map(({ label }) => label)).toEqual(["Assumption", "Version 1", "Version 2"]);
    expect(table.rows).toHaveLength(lines.length);
  });

  it("compares figures of options that both have, and names those that one has", () => {
    const { lines, figures } = differenceOf(plan(8, [H100, H200]), plan(16, [H100, H100, H200]), nameOf);
    const options = lines.filter(({ label }) => label.startsWith("Option"));
    expect(options.map(({ label }) => label)).toContain("Option 3");
    expect(options.find(({ label }) => label === "Option 3")?.before).toBeNull();
    expect(new Set(figures.map(({ option }) => option)).size).toBeLessThanOrEqual(1);
    for (const { option } of figures) expect(option).toMatch(/H100/);
  });

  it("compares an option that became another number of the same accelerator", () => {
    const { lines, figures } = differenceOf(
      plan(8, [{ ...H100, replicas: 1 }]),
      plan(8, [{ ...H100, replicas: 3 }]),
      nameOf,
    );
    expect(lines.find(({ label }) => label === "Option 1")?.after).toMatch(/^3 × /);
    expect(figures.length).toBeGreaterThan(0);
  });
});

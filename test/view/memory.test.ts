import { describe, expect, it } from "vitest";
import { capacityText, memoryBars, memoryTable, partLabels } from "@/lib/view/memory";
import { plan } from "./made-plan";

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

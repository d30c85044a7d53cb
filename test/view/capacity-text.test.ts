import { describe, expect, it } from "vitest";
import { accelerators } from "@/lib/catalog";
import { estimate } from "@/lib/engine";
import { scenarioSchema } from "@/lib/scenario";
import { capacityText } from "@/lib/view/memory";
import { LOOKUP } from "@/test/engine/plans";

describe("a capacity", () => {
  it.each([
    [141e9, "141 GB", "141 GB (131 GiB)"],
    [143_771 * 1024 ** 2, "141 GB", "141 GB by name, 151 GB (140 GiB) by its driver"],
    [192 * 1024 ** 3, "192 GiB", "192 GiB"],
    [141e9, undefined, "141 GB (131 GiB)"],
  ])("of %d B, named %s, is called %s", (bytes, named, text) => {
    expect(capacityText(bytes, named)).toBe(text);
  });

  it("of every accelerator that can be planned with begins with its maker's name", () => {
    for (const { id, memory, memoryReported } of accelerators()) {
      const [option] = estimate(
        scenarioSchema.parse({
          workload: { model: "llama-3.2-1b-instruct" },
          options: [{ accelerator: id }],
        }),
        LOOKUP,
      ).options;
      if (option?.figures.memoryCapacity === undefined) continue;
      const text = capacityText(option.figures.memoryCapacity, option.accelerator.memory);
      expect(text.startsWith(memory.text), `${id}: ${text}`).toBe(true);
      expect(text.includes("driver"), `${id}: ${text}`).toBe(
        memoryReported !== undefined && Math.abs(memoryReported.value / memory.value - 1) > 1e-3,
      );
    }
  });
});

import { describe, expect, it } from "vitest";
import { accelerators } from "@/lib/catalog";
import { seriesSlots } from "@/lib/view/palette";

const ids = accelerators().map(({ id }) => id);

describe("the colour of an accelerator", () => {
  it("is its own among up to eight, whichever they are", () => {
    for (let start = 0; start + 8 <= ids.length; start++) {
      const slots = seriesSlots(ids.slice(start, start + 8));
      expect(new Set(slots.values()).size).toBe(8);
      for (const slot of slots.values()) expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(slot);
    }
  });

  it("stays when an option is added behind it", () => {
    for (const [index, id] of ids.entries()) {
      const alone = seriesSlots([id]).get(id);
      const other = ids[(index + 1) % ids.length] ?? id;
      expect(seriesSlots([id, other, id]).get(id)).toBe(alone);
    }
  });

  it("differs from the start among those compared most often, so that they keep it in every plan", () => {
    const common = ["nvidia-h100-sxm-80gb", "nvidia-h200-sxm-141gb", "amd-mi300x", "nvidia-b200-sxm"];
    expect(new Set(common.map((id) => seriesSlots([id]).get(id))).size).toBe(common.length);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accelerators } from "@/lib/catalog";
import { SERIES, seriesSlots } from "@/lib/view/palette";

const ids = accelerators().map(({ id }) => id);

describe("the colour of an accelerator", () => {
  it("is its own among up to eight, whichever they are", () => {
    for (let start = 0; start + 8 <= ids.length; start++) {
      const slots = seriesSlots(ids.slice(start, start + 8));
      expect(new Set(slots).size).toBe(8);
      for (const slot of slots) expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(slot);
    }
  });

  it("stays when an option is added behind it, and a second option on it has its own", () => {
    for (const [index, id] of ids.entries()) {
      const other = ids[(index + 1) % ids.length] ?? id;
      const slots = seriesSlots([id, other, id]);
      expect(slots.slice(0, 2)).toEqual(seriesSlots([id, other]));
      expect(slots[0]).toBe(seriesSlots([id])[0]);
      expect(new Set(slots).size).toBe(3);
    }
  });

  it("differs from the start among those compared most often, so that they keep it in every plan", () => {
    const common = ["nvidia-h100-sxm-80gb", "nvidia-h200-sxm-141gb", "amd-mi300x", "nvidia-b200-sxm"];
    expect(new Set(common.map((id) => seriesSlots([id])[0])).size).toBe(common.length);
  });
});

type Vector = readonly [number, number, number];
const times = (matrix: readonly Vector[], [x, y, z]: Vector) =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Vector;

/** A colour in Oklab, times 100, as an eye with `sight` sees it. Source of the matrices: Ottosson 2020. */
function seen(hex: string, sight: readonly Vector[]): Vector {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const light = times(sight, [red, green, blue]).map((each) =>
    Math.min(1, Math.max(0, each)),
  ) as unknown as Vector;
  const cones = times(
    [
      [0.4122, 0.5363, 0.0514],
      [0.2119, 0.6807, 0.1074],
      [0.0883, 0.2817, 0.63],
    ],
    light,
  ).map((each) => 100 * Math.cbrt(each)) as unknown as Vector;
  return times(
    [
      [0.2105, 0.7936, -0.0041],
      [1.978, -2.4286, 0.4506],
      [0.0259, 0.7828, -0.8087],
    ],
    cones,
  );
}

// Dichromats as Machado et al. 2009 simulate them.
const sights: [string, readonly Vector[], number][] = [
  [
    "everybody",
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    10,
  ],
  [
    "protanopes",
    [
      [0.1523, 1.0526, -0.2049],
      [0.1145, 0.7863, 0.0993],
      [-0.0039, -0.0481, 1.052],
    ],
    7,
  ],
  [
    "deuteranopes",
    [
      [0.3673, 0.8606, -0.2279],
      [0.2801, 0.6725, 0.0474],
      [-0.0118, 0.0429, 0.9689],
    ],
    6,
  ],
];

describe.each(["light", "dark"])("the colours of series in %s", (theme) => {
  const css = readFileSync("app/globals.css", "utf8");
  const pairs = [...css.matchAll(/--series-\d: light-dark\((#\w{6}), (#\w{6})\)/g)];
  const colors = pairs.map(([, light = "", dark = ""]) => (theme === "light" ? light : dark));
  it.each(sights)("stay apart for %s", (_, sight, least) => {
    expect(colors).toHaveLength(SERIES);
    const points = colors.map((color) => seen(color, sight));
    const apart = points.flatMap((one, at) =>
      points
        .slice(at + 1)
        .map((other) => Math.hypot(...one.map((value, axis) => value - (other[axis] ?? 0)))),
    );
    expect(Math.min(...apart)).toBeGreaterThan(least);
  });
});

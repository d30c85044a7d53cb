import { readdirSync, readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { catalog } from "@/lib/catalog";
import { marketIndex } from "@/lib/catalog/snapshots/market-index";
import { marketWords } from "@/lib/catalog/snapshots/market-words";
import { isLarge, mergeSnapshot, type RawFile } from "@/lib/catalog/snapshots/merge";
import { readSnapshot } from "@/lib/catalog/snapshots/read-snapshot";
import { providerToml } from "@/lib/catalog/snapshots/toml";
import { samples } from "./samples";

const index = marketIndex(marketWords(catalog()));
const HEAD = samples.observations.split("\n")[0];

/** What one observation of AWS's H100 machine does to a file that holds one. */
function merge(
  after: { price: number; day: string },
  accept = false,
  before = { price: 6, day: "2026-06-01" },
) {
  const row = `${after.day},AWS,,on_demand,H100,p5.48xlarge,us-east-1,NA,8,${after.price * 8},${after.price},1,nvidia-h100-sxm-80gb,`;
  const reading = readSnapshot("x.csv", `${HEAD}\n${row}\n`, index);
  if (!reading.ok) throw new Error(reading.why);
  const known: RawFile = {
    provider: "AWS",
    notes: "kept",
    offer: [
      {
        accelerator: "nvidia-h100-sxm-80gb",
        instance: "p5.48xlarge",
        accelerators: 8,
        region: "us-east-1",
        area: "US",
        term: "on-demand",
        perAcceleratorHour: { value: `$${before.price}/h`, source: "old" },
        asOf: before.day,
      },
    ],
  };
  const { files, changes } = mergeSnapshot(new Map([["prices/aws", known]]), reading.snapshot, "new", accept);
  return {
    offer: files.get("prices/aws")?.offer,
    notes: files.get("prices/aws")?.notes,
    change: changes[0],
    files,
  };
}

describe("mergeSnapshot", () => {
  it("lets the newer date win and keeps the rest of the file", () => {
    const { offer, notes, change } = merge({ price: 6.88, day: "2026-10-10" });
    expect(offer).toMatchObject([
      { perAcceleratorHour: { value: "$6.88/h", source: "new" }, asOf: "2026-10-10" },
    ]);
    expect(notes).toBe("kept");
    expect(change).toMatchObject({ kind: "changed", before: { price: "$6/h", asOf: "2026-06-01" } });
    expect(change?.ratio).toBeCloseTo(6.88 / 6, 12);
  });

  it("leaves what is newer already", () => {
    const { offer, change } = merge({ price: 6.88, day: "2026-05-01" });
    expect(offer).toMatchObject([{ perAcceleratorHour: { value: "$6/h" } }]);
    expect(change?.kind).toBe("older");
  });

  it.each([
    [6 * 1.41, true],
    [6 * 1.39, false],
    [6 * 0.59, true],
    [6 * 0.61, false],
  ])("asks before it takes a large change (%d)", (price, large) => {
    const { offer, change } = merge({ price, day: "2026-10-10" });
    expect(change && isLarge(change)).toBe(large);
    expect(offer?.[0]?.asOf).toBe(large ? "2026-06-01" : "2026-10-10");
    expect(merge({ price, day: "2026-10-10" }, true).offer?.[0]?.asOf).toBe("2026-10-10");
  });

  it("redates a price that did not move", () => {
    expect(merge({ price: 6, day: "2026-10-10" }).change?.kind).toBe("redated");
  });

  it("says when a snapshot gives one offer two prices, and takes the first", () => {
    const row = (price: number) =>
      `2026-10-10,AWS,,on_demand,H100,p5.48xlarge,us-east-1,NA,8,${price * 8},${price},1,nvidia-h100-sxm-80gb,`;
    const reading = readSnapshot("x.csv", `${HEAD}\n${row(6)}\n${row(7)}\n`, index);
    if (!reading.ok) throw new Error(reading.why);
    const { files, changes } = mergeSnapshot(new Map(), reading.snapshot, "new", false);
    expect(changes.map(({ kind }) => kind)).toEqual(["new", "twice"]);
    expect(files.get("prices/aws")?.offer).toHaveLength(1);
  });
});

describe("providerToml", () => {
  it.each(["prices", "api-prices"])("writes every file of %s so that nothing is lost", (folder) => {
    for (const name of readdirSync(`data/${folder}`).filter((file) => !file.startsWith("ranges"))) {
      const file = parse(readFileSync(`data/${folder}/${name}`, "utf8")) as unknown as RawFile;
      const again = parse(providerToml(file)) as unknown as RawFile;
      const sorted = ({ offer }: RawFile) => offer.map((one) => JSON.stringify(one)).sort();
      expect(sorted(again), name).toEqual(sorted(file));
      expect({ ...again, offer: [] }).toEqual({ ...file, offer: [] });
    }
  });
});

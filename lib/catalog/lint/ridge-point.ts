import { acceleratorFile, type Finding, type Rule } from "./rule";

const lowest = 20;
const highest = 2000;
/** Weights in on-chip memory: bandwidth is out of proportion by design. */
const onChip = ["wafer", "lpu"];

/** FLOP per byte at which a chip turns from bandwidth to compute; a wrong unit shows here. */
export const ridgePoint: Rule = {
  name: "the ridge point lies between 20 and 2,000 FLOP/B",
  check: (catalog) =>
    catalog.accelerators.flatMap((chip): Finding[] => {
      const rate = chip.peak.bf16 ?? chip.peak.fp16 ?? chip.peak.fp32;
      if (!rate || onChip.includes(chip.architecture)) return [];
      const ridge = rate.value / chip.memoryBandwidth.value;
      if (ridge >= lowest && ridge <= highest) return [];
      const message = `${rate.text} over ${chip.memoryBandwidth.text} is ${ridge.toPrecision(3)} FLOP/B`;
      return [{ file: acceleratorFile(chip), field: "memoryBandwidth", message }];
    }),
};

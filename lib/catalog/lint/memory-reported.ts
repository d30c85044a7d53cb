import { acceleratorFile, type Finding, type Rule } from "./rule";

/** What drivers keep for error correction, or a GB that is a GiB, moves the figure by less than this. */
const tolerance = 0.12;

/** The driver reports about as much memory as is marketed. */
export const memoryReported: Rule = {
  name: "reported memory is near the marketed one",
  check: (catalog) =>
    catalog.accelerators.flatMap((chip): Finding[] => {
      if (!chip.memoryReported) return [];
      const ratio = chip.memoryReported.value / chip.memory.value;
      if (Math.abs(ratio - 1) <= tolerance) return [];
      const message = `${chip.memoryReported.text} is ${ratio.toFixed(2)} times ${chip.memory.text}`;
      return [{ file: acceleratorFile(chip), field: "memoryReported", message }];
    }),
};

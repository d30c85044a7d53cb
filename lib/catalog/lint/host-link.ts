import { hostBuses } from "../accelerator";
import { acceleratorFile, type Finding, type Rule } from "./rule";

/** Encoding takes a share of a bus that some sheets subtract. */
const tolerance = 0.05;

/** The host link is one direction of the bus that the record names; sheets often print both. */
export const hostLink: Rule = {
  name: "the host link is one direction of its bus",
  check: (catalog) =>
    [...catalog.accelerators, ...catalog.incompleteAccelerators].flatMap((chip): Finding[] => {
      const { hostLink: link, hostBus } = chip;
      if (!link) return [];
      const found = (field: string, message: string): Finding[] => [
        { file: acceleratorFile(chip), field, message },
      ];
      if (!hostBus) return found("hostBus", `expected the bus that carries ${link.text}`);
      const expected = hostBuses[hostBus];
      if (expected === undefined || Math.abs(link.value / expected - 1) <= tolerance) return [];
      return found("hostLink", `one direction of ${hostBus} is ${expected / 1e9} GB/s, got ${link.text}`);
    }),
};

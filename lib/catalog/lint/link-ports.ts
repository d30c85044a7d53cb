import { acceleratorFile, type Finding, type Rule } from "./rule";

const tolerance = 0.01;
const differs = (value: number, expected: number) => Math.abs(value / expected - 1) > tolerance;

/** A link carries its scale-up ports times their rate; ports that leave the node are the network's and count once. */
export const linkPorts: Rule = {
  name: "a link is its ports times their rate",
  check: (catalog) =>
    catalog.accelerators.flatMap((chip): Finding[] => {
      const { link, nic } = chip;
      if (!link) return [];
      const file = acceleratorFile(chip);
      const found = (field: string, message: string): Finding => ({ file, field, message });
      const { ports } = link;
      if (!ports)
        return /GbE|Ethernet|RoCE/.test(link.name)
          ? [found("link.ports", `expected the ports of ${link.name}, which is made of countable ones`)]
          : [];
      const { scaleUp, scaleOut, rate } = ports;
      const sum = scaleUp * rate.value;
      return [
        ...(differs(link.perDirection.value, sum)
          ? [found("link.perDirection", `expected ${scaleUp} x ${rate.text}, got ${link.perDirection.text}`)]
          : []),
        ...(scaleOut && nic && differs(nic.value, scaleOut * rate.value)
          ? [found("nic", `expected ${scaleOut} x ${rate.text}, got ${nic.text}`)]
          : []),
      ];
    }),
};

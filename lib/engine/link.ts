import type { Accelerator } from "@/lib/catalog/schema";
import { type ArchitectureConstants, constantsOf, PCIE_REQUIRED, type PcieConstants } from "./constants";
import type { Layout, Link, Lookup } from "./deployment";
import { acceleratorsText } from "./layout";
import { changed, type Made, type MadeOf, product } from "./made";
import { type Result, refuse } from "./verdict";

/**
 * The slowest link between the ranks of a stage: the fast fabric, else the network, else the host's link. Cards that
 * a plan joins by their bridge have it for a fabric as far as it reaches; beyond it they meet over the hosts. Stages of
 * one rank hand over along the same kind of link. Ranks on the host's PCIe share its root complexes and the way between
 * sockets, so that more of them get less each: b(n) = b · (2 / n)^γ. Refuses when ranks must exchange over a link nobody
 * states.
 */
export function linkFor(
  accelerator: Accelerator,
  { tensor, data, pipeline }: Layout,
  constants: Pick<MadeOf<ArchitectureConstants>, "linkEfficiency">,
  linkLatency: Made,
  lookup: Lookup,
  bridged = false,
): Result<Link> {
  const exchanging = tensor * data;
  const span = exchanging > 1 ? exchanging : pipeline;
  const { link, bridge, nic, hostLink } = accelerator;
  const fitted = { efficiency: constants.linkEfficiency, latency: linkLatency, overHost: false };
  const none = { name: "none", bandwidth: 0, ...fitted };
  if (span === 1) return none;
  if (link && span <= link.domain) {
    const { name, perDirection: figure } = link;
    return { name, bandwidth: figure.value, figure, ...fitted };
  }
  if (link && nic) return { name: "network", bandwidth: nic.value, figure: nic, ...fitted };
  if (!link && bridged && bridge && span <= bridge.domain) {
    const { name, perDirection: figure } = bridge;
    return { name, bandwidth: figure.value, figure, ...fitted };
  }
  const pcie = lookup.calibration("pcie");
  if (!link && hostLink && pcie) {
    const { linkEfficiency, linkLatency, sharing } = constantsOf<PcieConstants>(pcie, PCIE_REQUIRED);
    const efficiency =
      span > 2
        ? product(
            linkEfficiency,
            changed(
              sharing,
              (power) => (2 / span) ** power,
              (how) => `(2 / ${span})^${how}`,
            ),
          )
        : linkEfficiency;
    const law = { efficiency, latency: linkLatency, overHost: true };
    return { name: "host link", bandwidth: hostLink.value, figure: hostLink, ...law };
  }
  if (exchanging === 1) return none;
  return refuse("unknown", `The link between ${span} × ${accelerator.name} is not known`, "tp", [
    { label: acceleratorsText(1), patch: { tp: 1 } },
  ]);
}

import { efficienciesOf, mainKernel } from "../deployment";
import { calibrated, ofChip, saidByOption } from "../origin";
import { type Asked, planned } from "./given";

/** What the datasheet says of the accelerator, and its price. */

export const memoryCapacity = planned("B", "Memory of one accelerator", {
  value: ({ accelerator }) => (accelerator.memoryReported ?? accelerator.memory).value,
  origin: ({ deployment }) => {
    const { memoryReported, memory } = deployment.accelerator;
    return ofChip(deployment, memoryReported ?? memory, "");
  },
});

export const hbmBandwidth = planned("B/s", "Memory bandwidth", {
  value: ({ bandwidth }) => bandwidth,
  origin: ({ deployment }) => {
    const { accelerator, bandwidth, plan } = deployment;
    // Few threads of a CPU draw less than the memory gives.
    return bandwidth < accelerator.memoryBandwidth.value
      ? saidByOption(plan, "threads")
      : ofChip(deployment, accelerator.memoryBandwidth, "");
  },
});

export const peakCompute = planned("FLOP/s", "Dense peak rate for the weights' number format", {
  value: (deployment) => mainKernel(deployment).rate,
  origin: ({ deployment }) =>
    ofChip(deployment, deployment.accelerator.peak[mainKernel(deployment).type], ""),
});

/** A link's law: that of the hosts' PCIe where it goes through them. */
const linkLaw = (constant: string, otherwise: (asked: Asked) => string) => (asked: Asked) =>
  calibrated(asked.lookup, asked.deployment.link.overHost ? "pcie" : otherwise(asked), constant);

export const linkBandwidth = planned("B/s", "Link bandwidth per direction", {
  value: ({ link }) => link.bandwidth,
  origin: ({ deployment }) =>
    ofChip(
      deployment,
      deployment.link.bandwidth === 0 ? undefined : deployment.link.figure,
      "one accelerator needs no link",
    ),
});

export const linkLatency = planned("s", "Latency of one collective", {
  value: ({ link }) => link.latency,
  origin: linkLaw("linkLatency", ({ deployment }) => deployment.stackId),
});

export const linkEfficiency = planned("1", "Share of the link bandwidth that a collective reaches", {
  value: ({ link }) => link.efficiency,
  origin: linkLaw("linkEfficiency", ({ deployment }) => efficienciesOf(deployment.accelerator)),
});

export const networkBandwidth = planned("B/s", "Network bandwidth per accelerator", {
  value: ({ accelerator: { nic, hostLink } }) => (nic ?? hostLink)?.value ?? 1,
  origin: ({ deployment }) => {
    const { nic, hostLink } = deployment.accelerator;
    return ofChip(deployment, nic ?? hostLink, "neither a network nor a host link is listed");
  },
});

export const boardPower = planned("W", "Board power of one accelerator", {
  value: ({ accelerator }) => accelerator.power?.value ?? 0,
  origin: ({ deployment }) => ofChip(deployment, deployment.accelerator.power, "no power is listed"),
});

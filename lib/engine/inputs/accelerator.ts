import { mainKernel } from "../deployment";
import { madeOrigin, ofChip } from "../origin";
import { planned } from "./given";

/** What the datasheet says of the accelerator, and its price. */

export const memoryCapacity = planned("B", "Memory of one accelerator", {
  value: ({ accelerator }) => (accelerator.memoryReported ?? accelerator.memory).value,
  origin: ({ deployment }) => {
    const { memoryReported, memory } = deployment.accelerator;
    return ofChip(deployment, memoryReported ?? memory, "");
  },
});

export const hbmBandwidth = planned("B/s", "Memory bandwidth", {
  value: ({ bandwidth }) => bandwidth.value,
  origin: ({ deployment }) => {
    const { bandwidth } = deployment;
    // Few threads of a CPU draw less than the memory gives.
    return "of" in bandwidth ? madeOrigin(bandwidth) : ofChip(deployment, bandwidth, "");
  },
});

export const peakCompute = planned("FLOP/s", "Dense peak rate for the weights' number format", {
  value: (deployment) => mainKernel(deployment).rate,
  origin: ({ deployment }) =>
    ofChip(deployment, deployment.accelerator.peak[mainKernel(deployment).type], ""),
});

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
  value: ({ link }) => link.latency.value,
  origin: ({ deployment }) => madeOrigin(deployment.link.latency),
});

export const linkEfficiency = planned("1", "Share of the link bandwidth that a collective reaches", {
  value: ({ link }) => link.efficiency.value,
  origin: ({ deployment }) => madeOrigin(deployment.link.efficiency),
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

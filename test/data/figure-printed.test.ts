import { figurePrinted } from "@/lib/catalog/lint/figure-printed";
import { holds, pick } from "./holds";

holds(figurePrinted, [
  [
    "a right figure under a source that prints another",
    ({ accelerators }) => {
      const { hostLink } = pick(accelerators, "nvidia-gb200");
      if (hostLink) hostLink.source = "aiconfigurator-systems";
    },
    /nvidia-gb200\.toml: hostLink: 450 GB\/s, and aiconfigurator-systems prints 64 GB\/s/,
  ],
  [
    "a figure under a source that does not name the part",
    ({ accelerators }) => {
      pick(accelerators, "nvidia-h20").memory.source = "inferencex-gpu-specs";
    },
    /nvidia-h20\.toml: memory: 96 GB, and inferencex-gpu-specs has none of this part/,
  ],
  [
    "a document of one part cited for another",
    ({ accelerators }) => {
      pick(accelerators, "nvidia-gb300").memory.source = "lockwood-b300";
    },
    /sources\/lockwood-b300\.toml: extract: cited for .*nvidia-b300-sxm.*: expected data\/extracts\/lockwood-b300\.toml/,
  ],
  [
    "another figure than its source prints",
    ({ accelerators }) => {
      pick(accelerators, "google-tpu-v7").memoryBandwidth.text = "7380 GB/s";
      pick(accelerators, "amd-mi355x").memory.text = "268 GB";
    },
    /amd-mi355x\.toml: memory: 268 GB, and .* prints /,
  ],
]);

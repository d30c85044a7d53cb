import { siblingFigures } from "@/lib/catalog/lint/sibling-figures";
import { holds, pick } from "./holds";

holds(siblingFigures, [
  [
    "the rack module's bandwidth under the board's name",
    ({ accelerators }) => {
      pick(accelerators, "nvidia-b200-sxm").memoryBandwidth.value = 8.01e12;
    },
    /nvidia-b200-sxm\.toml: memoryBandwidth: the figure of nvidia-gb200/,
  ],
  [
    "the Workstation card's rate under the Server card's name",
    ({ accelerators }) => {
      const { fp32 } = pick(accelerators, "nvidia-rtx-pro-6000-blackwell").peak;
      if (fp32) fp32.value = 126e12;
    },
    /nvidia-rtx-pro-6000-blackwell\.toml: peak\.fp32: the figure of nvidia-rtx-pro-6000-blackwell-workstation/,
  ],
  [
    "the module's kind of memory on the card",
    ({ accelerators }) => {
      pick(accelerators, "nvidia-h100-pcie-80gb").memoryType = "HBM3";
    },
    /nvidia-h100-pcie-80gb\.toml: memoryType: /,
  ],
  [
    "a second form of a chip that says nothing of the first",
    ({ accelerators }) => {
      delete pick(accelerators, "nvidia-h200-nvl").unlike;
    },
    /nvidia-h200-nvl\.toml: unlike: expected what tells it from nvidia-h200-sxm-141gb/,
  ],
  [
    "a part that is not there",
    ({ accelerators }) => {
      for (const one of pick(accelerators, "nvidia-b300-sxm").unlike ?? []) one.part = "nvidia-gb400";
    },
    /nvidia-b300-sxm\.toml: unlike: no file data\/accelerators\/nvidia-gb400\.toml/,
  ],
]);

import { ownEdition } from "@/lib/catalog/lint/own-edition";
import { holds, pick } from "./holds";

holds(ownEdition, [
  [
    "the Workstation card's bandwidth under the Server card's name",
    ({ accelerators }) => {
      pick(accelerators, "nvidia-rtx-pro-6000-blackwell").memoryBandwidth.note = "Of the Workstation Edition";
    },
    /nvidia-rtx-pro-6000-blackwell\.toml: memoryBandwidth: the note says "Workstation Edition"/,
  ],
  [
    "a rate of the SXM module under the card's name",
    ({ accelerators }) => {
      const { fp16 } = pick(accelerators, "nvidia-h200-nvl").peak;
      if (fp16) fp16.note = "Of the SXM module";
    },
    /nvidia-h200-nvl\.toml: peak\.fp16: the note says "SXM"/,
  ],
]);

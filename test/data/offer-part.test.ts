import { offerPart } from "@/lib/catalog/lint/offer-part";
import { holds } from "./holds";

holds(offerPart, [
  [
    "a PCIe card filed as an SXM module",
    ({ prices }) => {
      for (const offer of prices)
        if (offer.instance === "NVIDIA H100 PCIe") offer.accelerator = "nvidia-h100-sxm-80gb";
    },
    /NVIDIA H100 PCIe is PCIe, and the record is nvidia-h100-sxm-80gb/,
  ],
  [
    "a bridged card filed beside the same provider's SXM module",
    ({ prices }) => {
      for (const offer of prices)
        if (offer.provider === "Hyperstack" && offer.instance === "NVIDIA H100 NVLink")
          offer.accelerator = "nvidia-h100-sxm-80gb";
    },
    /prices\/hyperstack\.toml: .*Hyperstack lists SXM apart/,
  ],
  [
    "a Workstation card filed as the Server card",
    ({ prices }) => {
      for (const offer of prices)
        if (offer.instance === "RTX PRO 6000 WE marketplace")
          offer.accelerator = "nvidia-rtx-pro-6000-blackwell";
    },
    /prices\/akash\.toml: .*RTX PRO 6000 WE marketplace is a Workstation card/,
  ],
]);

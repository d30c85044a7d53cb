import { hostLink } from "@/lib/catalog/lint/host-link";
import { holds, pick } from "./holds";

holds(hostLink, [
  [
    "both directions of a bus taken for one",
    ({ accelerators }) => {
      const { hostLink: link } = pick(accelerators, "nvidia-b200-sxm");
      if (link) Object.assign(link, { value: 128e9, text: "128 GB/s" });
    },
    /nvidia-b200-sxm\.toml: hostLink: one direction of PCIe 5\.0 x16 is 64 GB\/s, got 128 GB\/s/,
  ],
  [
    "a link over an unnamed bus",
    ({ accelerators }) => {
      pick(accelerators, "nvidia-l4").hostBus = undefined;
    },
    /nvidia-l4\.toml: hostBus: expected the bus that carries 32 GB\/s/,
  ],
]);

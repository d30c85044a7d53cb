import { linkPorts } from "@/lib/catalog/lint/link-ports";
import { holds, pick } from "./holds";

holds(linkPorts, [
  [
    "ports that leave the node counted into the link",
    ({ accelerators }) => {
      const { link } = pick(accelerators, "intel-gaudi3");
      if (link) link.perDirection = { ...link.perDirection, value: 600e9, text: "600 GB/s" };
    },
    /intel-gaudi3\.toml: link\.perDirection: expected 21 x 200 Gbit\/s, got 600 GB\/s/,
  ],
  [
    "a network of more ports than leave the node",
    ({ accelerators }) => {
      const { nic } = pick(accelerators, "intel-gaudi2");
      if (nic) nic.value *= 2;
    },
    /intel-gaudi2\.toml: nic: expected 3 x 100 Gbit\/s/,
  ],
  [
    "an Ethernet link without its ports",
    ({ accelerators }) => {
      const { link } = pick(accelerators, "intel-gaudi2");
      if (link) link.ports = undefined;
    },
    /intel-gaudi2\.toml: link\.ports: expected the ports/,
  ],
]);

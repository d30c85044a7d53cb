import { sourcesResolve } from "@/lib/catalog/lint/sources-resolve";
import { holds, pick } from "./holds";

holds(sourcesResolve, [
  [
    "a figure whose source has no record",
    ({ accelerators }) => {
      pick(accelerators, "nvidia-h100-sxm-80gb").memoryBandwidth.source = "hearsay";
    },
    /accelerators\/nvidia-h100-sxm-80gb\.toml: memoryBandwidth\.source: no file data\/sources\/hearsay\.toml/,
  ],
]);

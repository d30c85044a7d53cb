import { lacksNothingGiven } from "@/lib/catalog/lint/lacks";
import { holds, pick } from "./holds";

holds(lacksNothingGiven, [
  [
    "a unit that is said to be missing and has a rate",
    ({ accelerators }) => {
      pick(accelerators, "nvidia-h100-sxm-80gb").lacks = [{ what: ["fp8"], source: "derived" }];
    },
    /nvidia-h100-sxm-80gb\.toml: lacks: fp8 is listed as missing, and has a figure/,
  ],
  [
    "a link that is said to be missing and has a rate",
    ({ accelerators }) => {
      pick(accelerators, "amd-mi300x").lacks = [{ what: ["link"], source: "derived" }];
    },
    /amd-mi300x\.toml: lacks: link is listed/,
  ],
]);

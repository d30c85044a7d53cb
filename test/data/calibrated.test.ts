import { calibrated } from "@/lib/catalog/lint/calibrated";
import { holds } from "./holds";

holds(calibrated, [
  [
    "a chip of an architecture without constants",
    (copy) => {
      copy.calibration = copy.calibration.filter(({ id }) => id !== "ascend");
    },
    /huawei-ascend-950dt\.toml: architecture: no file data\/calibration\/ascend\.toml/,
  ],
]);

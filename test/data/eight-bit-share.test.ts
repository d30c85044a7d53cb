import { eightBitShare } from "@/lib/catalog/lint/eight-bit-share";
import { holds } from "./holds";

holds(eightBitShare, [
  [
    "an INT8 share that nobody measured, where FP8 was fitted",
    (copy) => {
      const hopper = copy.calibration.find(({ id }) => id === "hopper");
      Object.assign(hopper?.constants ?? {}, { int8Efficiency: 0.64 });
    },
    /hopper\.toml: constants\.int8Efficiency: leave it out/,
  ],
]);

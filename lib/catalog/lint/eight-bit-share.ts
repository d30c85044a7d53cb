import type { Finding, Rule } from "./rule";

/**
 * Where the share that products in FP8 reach was fitted, an INT8 share that no measurement was fitted for is left out:
 * it would stay where both began, and make one format of eight bits faster than the other without anybody having seen it.
 */
export const eightBitShare: Rule = {
  name: "an INT8 share beside a fitted FP8 share is fitted too",
  check: ({ calibration }) =>
    calibration
      .filter(
        ({ constants, priors = {} }) =>
          priors.fp8Efficiency && constants.int8Efficiency !== undefined && !priors.int8Efficiency,
      )
      .map(
        ({ id }): Finding => ({
          file: `data/calibration/${id}.toml`,
          field: "constants.int8Efficiency",
          message: "leave it out, which takes that of FP8, or fit it on measurements in INT8",
        }),
      ),
};

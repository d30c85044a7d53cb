import { acceleratorFile, type Finding, type Rule } from "./rule";

/** A record that can be planned with has kernel efficiencies for its architecture, fitted or by analogy. */
export const calibrated: Rule = {
  name: "every architecture that can be planned with is calibrated",
  check(catalog) {
    const known = new Set(catalog.calibration.map(({ id }) => id));
    return catalog.accelerators
      .filter(({ architecture }) => !known.has(architecture) && !uncalibrated.has(architecture))
      .map(
        (chip): Finding => ({
          file: acceleratorFile(chip),
          field: "architecture",
          message: `no file data/calibration/${chip.architecture}.toml`,
        }),
      );
  },
};

/** Weights lie in on-chip memory, which the planner's laws do not describe: a plan is refused with that reason. */
const uncalibrated: ReadonlySet<string> = new Set(["wafer", "lpu"]);

import type { Finding, Rule } from "./rule";

/** Where some laws of a record are fitted from a prior, each other one says why it is what it is. */
export const lawsReasoned: Rule = {
  name: "laws for all have a prior or a reason",
  check: ({ calibration }) =>
    calibration
      .filter(({ kind, priors }) => kind === "global" && priors)
      .flatMap(({ id, constants, priors = {}, reasons = {} }): Finding[] => {
        const finding = (field: string, message: string) => ({
          file: `data/calibration/${id}.toml`,
          field,
          message,
        });
        const stray = Object.keys(reasons).filter((name) => constants[name] === undefined);
        return [
          ...Object.keys(constants)
            .filter((name) => (priors[name] === undefined) === (reasons[name] === undefined))
            .map((name) => finding(`constants.${name}`, "give it a prior, or a reason, and not both")),
          ...stray.map((name) => finding(`reasons.${name}`, "no constant has this name")),
        ];
      }),
};

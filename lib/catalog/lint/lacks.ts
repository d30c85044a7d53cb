import { acceleratorFile, type Finding, type Rule } from "./rule";

/** What a chip is said not to have has no figure. */
export const lacksNothingGiven: Rule = {
  name: "what a chip lacks has no figure",
  check: (catalog) =>
    [...catalog.accelerators, ...catalog.incompleteAccelerators].flatMap((chip) =>
      (chip.lacks ?? [])
        .flatMap(({ what }) => what)
        .filter(
          (thing) => (thing in chip ? chip[thing as "link"] : chip.peak?.[thing as "fp8"]) !== undefined,
        )
        .map(
          (thing): Finding => ({
            file: acceleratorFile(chip),
            field: "lacks",
            message: `${thing} is listed as missing, and has a figure`,
          }),
        ),
    ),
};

import { type Finding, priceFile, type Rule } from "./rule";

/** A provider keeps a few cores of a host for itself, and the record is of the whole socket. */
const kept = 0.1;

/** Cores of a record times how many of it an offer counts are cores that the instance has. */
export const cpuCores: Rule = {
  name: "an offer of CPUs has no more cores than its instance",
  check(catalog) {
    const cores = new Map(catalog.accelerators.map((chip) => [chip.id, chip.cores]));
    return catalog.prices.flatMap((offer): Finding[] => {
      const each = cores.get(offer.accelerator);
      if (each === undefined) return [];
      const found = (field: string, message: string): Finding[] => [
        { file: priceFile(offer), field: `offer.${field} (${offer.id})`, message },
      ];
      if (offer.cores === undefined) return found("cores", "expected the physical cores of the instance");
      const counted = each * offer.accelerators;
      if (counted <= offer.cores.value * (1 + kept)) return [];
      return found(
        "accelerators",
        `${offer.accelerators} x ${each} cores in an instance of ${offer.cores.value}`,
      );
    });
  },
};

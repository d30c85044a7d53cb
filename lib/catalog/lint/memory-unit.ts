import { acceleratorFile, type Finding, type Rule } from "./rule";

/** Vendors whose documentation gives memory in GiB; their "GB" elsewhere is the same number without the i. */
const binaryVendors: ReadonlySet<string> = new Set(["Google", "AWS"]);

/** A capacity of such a vendor is written in GiB: in GB it would be 7 % too small. */
export const memoryUnit: Rule = {
  name: "memory of a vendor that prints GiB is in GiB",
  check: (catalog) =>
    catalog.accelerators
      .filter(({ vendor, memory }) => binaryVendors.has(vendor) && !/[MGT]iB$/.test(memory.text))
      .map(
        (chip): Finding => ({
          file: acceleratorFile(chip),
          field: "memory",
          message: `expected GiB, as ${chip.vendor} prints it, got ${chip.memory.text}`,
        }),
      ),
};

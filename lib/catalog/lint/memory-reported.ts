import { acceleratorFile, type Finding, type Rule } from "./rule";

/** What drivers keep for error correction and for themselves lies within this. */
const tolerance = 0.12;
/** A marketed GB may be a GiB. */
const gibibyte = 2 ** 30 / 1e9;
/** Tools that print what the driver reports. */
const driverTools = /nvidia-smi|rocm-smi|amd-smi|hl-smi|neuron-ls|XLA/;

/** The driver reports a little less than is marketed, where a marketed GB may be a GiB; a listing of a provider is no driver's word. */
export const memoryReported: Rule = {
  name: "reported memory is the driver's, and not above the marketed one",
  check(catalog) {
    const kinds = new Map(catalog.sources.map(({ id, kind }) => [id, kind]));
    return catalog.accelerators.flatMap((chip): Finding[] => {
      const { memory, memoryReported: reported } = chip;
      if (!reported) return [];
      const found = (message: string): Finding[] => [
        { file: acceleratorFile(chip), field: "memoryReported", message },
      ];
      const ratio = reported.value / memory.value;
      const most = memory.text.endsWith("GiB") ? 1 : gibibyte;
      if (ratio > most * 1.0001 || ratio < 1 - tolerance)
        return found(`${reported.text} is ${ratio.toFixed(2)} times ${memory.text}`);
      if (kinds.get(reported.source) === "measured" || driverTools.test(reported.note ?? "")) return [];
      return found(`expected what a driver reports, by its tool's name, got a figure of ${reported.source}`);
    });
  },
};

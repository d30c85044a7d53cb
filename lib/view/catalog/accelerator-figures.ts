import type { Accelerator, Figure, IncompleteAccelerator, PeakType } from "@/lib/catalog/schema";
import type { CatalogColumn } from "./catalog-table";

export type AnyAccelerator = Accelerator | IncompleteAccelerator;

/** A figure of an accelerator: its column, and where it stands in the record. */
export type FigureColumn = CatalogColumn & {
  base: string;
  of: (accelerator: AnyAccelerator) => Figure | undefined;
};

function figureColumn(
  id: string,
  label: string,
  [unit, base]: [string, string],
  of: FigureColumn["of"],
  more: Partial<CatalogColumn> = {},
): FigureColumn {
  return { id, label, unit, base, kind: "number", filter: "number", of, ...more };
}

const peakNames: [PeakType, string][] = [
  ["bf16", "BF16"],
  ["fp16", "FP16"],
  ["fp8", "FP8"],
  ["fp6", "FP6"],
  ["fp4", "FP4"],
  ["int8", "INT8"],
  ["int4", "INT4"],
  ["tf32", "TF32"],
  ["fp32", "FP32"],
];
const shownPeaks: PeakType[] = ["bf16", "fp8", "fp4"];

const peaks = peakNames.map(([type, name]) =>
  figureColumn(
    type,
    `${name} dense`,
    [type.startsWith("int") ? "TOP/s" : "TFLOP/s", "FLOP/s"],
    ({ peak }) => peak?.[type],
    {
      help: `Dense ${name} rate of the matrix units: "none" where the chip has no unit for ${name}, "unknown" where no source gives its rate.`,
      ...(shownPeaks.includes(type) ? {} : { extra: true as const }),
      ...(type === "bf16" || type === "fp8" ? { narrow: true as const } : {}),
    },
  ),
);

/** The statement that the chip has no such thing; undefined where that is not known. */
export function lackOf({ lacks }: AnyAccelerator, thing: string) {
  return lacks?.find(({ what }) => what.some((each) => each === thing));
}

/** Every figure of an accelerator in reading order: the list's columns and the record's page are made from it. */
export const acceleratorFigures: readonly FigureColumn[] = [
  figureColumn("memory", "Memory", ["GB", "B"], ({ memory }) => memory, {
    narrow: true,
    help: "Capacity as marketed.",
  }),
  figureColumn("memoryReported", "Memory, reported", ["GiB", "B"], ({ memoryReported }) => memoryReported, {
    extra: true,
    help: "Capacity that the driver reports, which is what a server can allocate from.",
  }),
  figureColumn("bandwidth", "Memory bandwidth", ["TB/s", "B/s"], ({ memoryBandwidth }) => memoryBandwidth, {
    narrow: true,
  }),
  ...peaks,
  figureColumn(
    "halfSums",
    "FP16 summed in 16 bits",
    ["TFLOP/s", "FLOP/s"],
    ({ halfSumRate }) => halfSumRate,
    {
      extra: true,
      help: "Dense FP16 rate of products summed in 16 bits, where that is faster. llama.cpp uses it.",
    },
  ),
  figureColumn("link", "Link, one way", ["GB/s", "B/s"], ({ link }) => link?.perDirection, {
    help: "Fast fabric between accelerators, per accelerator and direction.",
  }),
  figureColumn("hostLink", "Host link", ["GB/s", "B/s"], ({ hostLink }) => hostLink, {
    extra: true,
    help: "To the host's memory, one direction.",
  }),
  figureColumn("nic", "Network", ["GB/s", "B/s"], ({ nic }) => nic, {
    extra: true,
    help: "To the network, per accelerator, one direction.",
  }),
  figureColumn("power", "Power", ["W", "W"], ({ power }) => power, { help: "Board or package power." }),
  figureColumn("facilityPower", "Facility power", ["W", "W"], ({ facilityPower }) => facilityPower, {
    extra: true,
    help: "Drawn from the grid for each accelerator: server, network and cooling included.",
  }),
  figureColumn("purchase", "Purchase", ["USD", "USD"], ({ purchasePrice }) => purchasePrice, {
    extra: true,
    help: "What one costs to buy.",
  }),
];

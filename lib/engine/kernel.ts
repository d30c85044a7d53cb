import type { Accelerator, Format } from "@/lib/catalog/schema";
import type { ArchitectureConstants, GlobalConstants, StackConstants } from "./constants";
import { type Made, type MadeOf, plain, product, productWith } from "./made";
import { isRefused, type Result, refuse } from "./verdict";

/** How an accelerator multiplies by weights of one format. */
export interface Kernel {
  readonly format: Format;
  /** The number type that the matrix unit is fed. */
  readonly type: "fp32" | "bf16" | "fp16" | "fp8" | "int8" | "fp4";
  /** Bytes per weight, scales included. */
  readonly bytes: number;
  /** Bytes per activation. */
  readonly activation: number;
  /** Dense peak rate, FLOP/s. */
  readonly rate: number;
  /** Shares of the peak rate and of the bandwidth that it reaches. */
  readonly efficiency: Made;
  readonly stream: Made;
  /** Seconds that each product takes beside its size, to scale its activations. */
  readonly overhead: Made;
  /** Said to the person when no rate is known for the format and the weights are expanded instead. */
  readonly note?: string;
}

/** By definition of each type; of NVFP4 four bits and one 8-bit scale for each sixteen. */
const ACTIVATION_BYTES = { fp32: 4, bf16: 2, fp16: 2, fp8: 1, int8: 1, fp4: 4.5 / 8 } as const;
const SIXTEEN_BIT_TYPES: ReadonlySet<string> = new Set(["fp32", "bf16", "fp16"]);
const UNSCALED = plain(0, "no activations are scaled for it");
/** By definition. */
export const BITS_PER_BYTE = 8;
export const SIXTEEN_BITS = 16;

/**
 * Chooses the matrix unit for a format: its own where the chip has one, else 16-bit with the weights expanded.
 * The stack says what it makes of units below 16 bits, and whether its products of one vector expand weights. Refuses
 * a format that needs a unit the chip lacks, and a chip without a known 16-bit rate.
 */
export function kernelFor(
  format: Format,
  accelerator: Accelerator,
  constants: MadeOf<ArchitectureConstants>,
  global: MadeOf<GlobalConstants>,
  { computeGain, storedProducts }: MadeOf<StackConstants>,
): Result<Kernel> {
  const wanted = (accelerator.peak.fp4 && format.computeBesideFp4) || format.compute;
  const type = unitFor(wanted, format, accelerator);
  if (isRefused(type)) return type;
  const rate = accelerator.peak[type]?.value;
  if (rate === undefined)
    return refuse(
      "unknown",
      `The ${type.toUpperCase()} peak rate of ${accelerator.name} is not known`,
      "accelerator",
    );
  const native = type === wanted || (type === "fp16" && wanted === "bf16");
  const expands =
    format.bits < SIXTEEN_BITS && (!native || (format.dequantising && wanted === format.compute));
  const slows = expands && !storedProducts?.value;
  const note = native
    ? undefined
    : `No ${wanted.toUpperCase()} rate is listed for ${accelerator.name}: ${format.name} weights are expanded to ${type.toUpperCase()}`;
  return {
    format,
    type,
    bytes: format.bits / BITS_PER_BYTE,
    activation: ACTIVATION_BYTES[type],
    rate,
    efficiency: productWith(
      productWith(
        efficiencyOf(type, format, constants, global),
        expands ? constants.expandEfficiency : undefined,
      ),
      SIXTEEN_BIT_TYPES.has(type) ? undefined : computeGain,
    ),
    stream: productWith(constants.streamEfficiency, slows ? global.expandStream : undefined),
    overhead: format.blockScales && !expands ? global.quantiseTime : UNSCALED,
    ...(note ? { note } : {}),
  };
}

function unitFor(
  wanted: Format["compute"],
  format: Format,
  { peak, name }: Accelerator,
): Result<Kernel["type"]> {
  const sixteen = peak.bf16 ? "bf16" : peak.fp16 ? "fp16" : "fp32";
  if (wanted === "bf16") return sixteen;
  if (peak[wanted]) return wanted;
  if (wanted === "int8")
    return refuse(
      "format",
      `${format.name} needs INT8 products, and no INT8 rate is listed for ${name}`,
      "weights",
    );
  return sixteen;
}

function efficiencyOf(
  type: Kernel["type"],
  format: Format,
  constants: MadeOf<ArchitectureConstants>,
  global: MadeOf<GlobalConstants>,
): Made {
  const narrow = constants.fp8Efficiency ?? constants.bf16Efficiency;
  switch (type) {
    case "fp8":
      return format.id === "fp8-block" ? product(narrow, global.blockScaleEfficiency) : narrow;
    case "int8":
      return constants.int8Efficiency ?? narrow;
    case "fp4":
      return constants.fp4Efficiency ?? narrow;
    default:
      return constants.bf16Efficiency;
  }
}

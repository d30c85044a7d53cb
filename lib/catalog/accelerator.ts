import * as z from "zod";
import { date, type Figure, figure, recordId, text } from "./figure";

/** Number types a matrix unit may be fed with. */
export const peakTypes = ["fp32", "tf32", "bf16", "fp16", "fp8", "int8", "fp6", "fp4", "int4"] as const;
export type PeakType = (typeof peakTypes)[number];

/** Classes of chips that share kernel efficiencies: the key of a calibration record. */
export const architectures = [
  "volta",
  "turing",
  "ampere",
  "ampere-rtx",
  "ada",
  "hopper",
  "blackwell",
  "blackwell-rtx",
  "rubin",
  "cdna2",
  "cdna3",
  "cdna4",
  "cdna5",
  "rdna3",
  "xe",
  "gaudi",
  "neuron",
  "maia",
  "tpu",
  "ascend",
  "apple",
  "wafer",
  "lpu",
  "cpu-arm",
  "cpu-x86",
] as const;
export type Architecture = (typeof architectures)[number];

/** Dense peak rates by number type. A type that is absent has no unit of its own on this chip, or no figure is known. */
const peak = z.strictObject({
  fp32: figure("FLOP/s").optional(),
  tf32: figure("FLOP/s").optional(),
  bf16: figure("FLOP/s").optional(),
  fp16: figure("FLOP/s").optional(),
  fp8: figure("FLOP/s").optional(),
  int8: figure("FLOP/s").optional(),
  fp6: figure("FLOP/s").optional(),
  fp4: figure("FLOP/s").optional(),
  int4: figure("FLOP/s").optional(),
});

/** The ports that a link is made of, where the vendor counts them; those that leave the node are no part of it. */
const ports = z.strictObject({
  scaleUp: z.int().positive(),
  scaleOut: z.int().positive().optional(),
  /** B/s of one port in one direction. */
  rate: figure("B/s"),
});

/** The fast fabric between accelerators, where there is one. */
const link = z.strictObject({
  name: text,
  /** B/s per accelerator in one direction. */
  perDirection: figure("B/s"),
  /** Accelerators that reach each other over this fabric. */
  domain: z.int().min(2),
  ports: ports.optional(),
});

/** What a chip can be known not to have. */
export const absences = ["link", "nic", "hostLink", ...peakTypes] as const;

/** Things that the chip has not, by a source, which is more than that no figure is known. */
const lack = z.strictObject({
  what: z.array(z.enum(absences)).min(1),
  source: recordId,
  note: text.optional(),
});

/** Figures that tell a part from another of the same chip; sheets of several parts print them side by side. */
const unlikeness = z.strictObject({
  part: recordId,
  /** Fields of both records, "peak.fp32" for a rate. */
  in: z.array(text).min(1),
  source: recordId,
});

/** Buses to the host, with what they carry in one direction, B/s; of a chip-to-chip link the figure says it. */
export const hostBuses = {
  "PCIe 3.0 x16": 16e9,
  "PCIe 4.0 x16": 32e9,
  "PCIe 5.0 x8": 32e9,
  "PCIe 5.0 x16": 64e9,
  "PCIe 6.0 x8": 64e9,
  "PCIe 6.0 x16": 128e9,
  "NVLink-C2C": undefined,
} as const;

/** One accelerator, CPU or system on a chip, as a datasheet describes it. */
export const acceleratorSchema = z.strictObject({
  id: recordId,
  name: text,
  vendor: text,
  /** What people also look for it by, such as the names of the instances that have it. */
  aliases: z.array(text).min(1).optional(),
  kind: z.enum(["gpu", "asic", "cpu", "soc"]),
  architecture: z.enum(architectures),
  year: z.strictObject({ value: z.int().min(2010).max(2035), source: recordId }).optional(),
  peak,
  /** Cores of a CPU, which is what a thread is counted against. */
  cores: z.int().positive().optional(),
  /** FP32 lanes of a CPU's core, or of a GPU's multiprocessor where they are not 128. */
  lanes: z.strictObject({ value: z.int().positive(), source: recordId, note: text.optional() }).optional(),
  /** Cores of a chip that each keep whole key-value heads of their own, where a chip is not one rank. */
  cacheCores: z.int().positive().optional(),
  /** Dense rate of FP16 products summed in 16 bits, where it is higher than the rate in `peak`. */
  halfSumRate: figure("FLOP/s").optional(),
  /** Marketed capacity: GB and GiB are written as the source prints them. */
  memory: figure("B"),
  /** Capacity that the driver reports, which is what a server can allocate from. */
  memoryReported: figure("B").optional(),
  /** Instances that MIG cuts it into at most. */
  mig: z.strictObject({ value: z.int().positive(), source: recordId, note: text.optional() }).optional(),
  memoryType: text.optional(),
  memoryBandwidth: figure("B/s"),
  link: link.optional(),
  /** A connector sold apart that joins a few cards. A plan has it where its option says so. */
  bridge: link.optional(),
  lacks: z.array(lack).optional(),
  unlike: z.array(unlikeness).min(1).optional(),
  /** B/s to the host in one direction. */
  hostLink: figure("B/s").optional(),
  hostBus: z.enum(Object.keys(hostBuses) as [keyof typeof hostBuses]).optional(),
  /** B/s to the network in one direction, per accelerator. */
  nic: figure("B/s").optional(),
  power: figure("W").optional(),
  /** W drawn from the grid for each accelerator: server, network and cooling included. */
  facilityPower: figure("W").optional(),
  purchasePrice: figure("USD").optional(),
  reviewBy: date,
  /** Not to be had yet: what the figures rest on and when it is due. */
  announced: text.optional(),
  notes: text.optional(),
});
export type Accelerator = z.infer<typeof acceleratorSchema> & {
  /** What publications say that buying one costs, USD; only where the catalog has such a range. */
  purchaseRange?: PurchaseRange;
};

/** The lowest and the highest purchase price that was found, USD, and of which day. */
export type PurchaseRange = { low: Figure; high: Figure; asOf: string };

/** A record that lacks what a plan needs; it is listed with what is missing. */
export const incompleteAcceleratorSchema = z.strictObject({
  ...acceleratorSchema.partial().shape,
  id: recordId,
  name: text,
  vendor: text,
  kind: acceleratorSchema.shape.kind,
  incomplete: text,
  reviewBy: date,
});
export type IncompleteAccelerator = z.infer<typeof incompleteAcceleratorSchema>;

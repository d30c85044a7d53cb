import type { Accelerator } from "@/lib/catalog/schema";
import { seriesColor } from "@/lib/view/palette";

/** Accelerators that are built alike and fail alike. */
export const FAMILIES = {
  hopper: { label: "NVIDIA Hopper", color: seriesColor(1) },
  blackwell: { label: "NVIDIA Blackwell and Rubin", color: seriesColor(2) },
  ampere: { label: "NVIDIA Ampere and older", color: seriesColor(3) },
  ada: { label: "NVIDIA Ada", color: seriesColor(4) },
  amd: { label: "AMD", color: seriesColor(5) },
  gaudi: { label: "Intel Gaudi and Xe", color: seriesColor(6) },
  neuron: { label: "AWS Neuron", color: seriesColor(8) },
  tpu: { label: "TPU, Ascend, Maia, LPU and wafer", color: seriesColor(7) },
  host: { label: "CPU and Apple", color: "var(--text)" },
} as const;
export type Family = keyof typeof FAMILIES;

const OF: Readonly<Record<Accelerator["architecture"], Family>> = {
  hopper: "hopper",
  blackwell: "blackwell",
  "blackwell-rtx": "blackwell",
  rubin: "blackwell",
  ampere: "ampere",
  "ampere-rtx": "ampere",
  turing: "ampere",
  volta: "ampere",
  ada: "ada",
  cdna2: "amd",
  cdna3: "amd",
  cdna4: "amd",
  cdna5: "amd",
  rdna3: "amd",
  gaudi: "gaudi",
  xe: "gaudi",
  neuron: "neuron",
  tpu: "tpu",
  ascend: "tpu",
  maia: "tpu",
  lpu: "tpu",
  wafer: "tpu",
  apple: "host",
  "cpu-arm": "host",
  "cpu-x86": "host",
};

/** The family of an accelerator. */
export const architectureFamily = ({ architecture }: Pick<Accelerator, "architecture">): Family =>
  OF[architecture];

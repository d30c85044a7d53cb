import type { Architecture } from "@/lib/catalog/schema";

/** Architectures whose kernel efficiencies can be assumed for an accelerator of one's own. */
export const customArchitectures: readonly { value: Architecture; label: string }[] = [
  { value: "rubin", label: "NVIDIA Rubin" },
  { value: "hopper", label: "NVIDIA Hopper" },
  { value: "blackwell", label: "NVIDIA Blackwell" },
  { value: "blackwell-rtx", label: "NVIDIA RTX Blackwell" },
  { value: "ada", label: "NVIDIA Ada" },
  { value: "ampere", label: "NVIDIA Ampere with HBM" },
  { value: "ampere-rtx", label: "NVIDIA Ampere with GDDR memory" },
  { value: "turing", label: "NVIDIA Turing" },
  { value: "volta", label: "NVIDIA Volta" },
  { value: "cdna5", label: "AMD CDNA 5" },
  { value: "cdna4", label: "AMD CDNA 4" },
  { value: "cdna3", label: "AMD CDNA 3" },
  { value: "cdna2", label: "AMD CDNA 2" },
  { value: "rdna3", label: "AMD RDNA 3" },
  { value: "xe", label: "Intel Xe" },
  { value: "gaudi", label: "Intel Gaudi" },
  { value: "tpu", label: "Google TPU" },
  { value: "ascend", label: "Huawei Ascend" },
  { value: "maia", label: "Microsoft Maia" },
  { value: "neuron", label: "AWS Neuron" },
  { value: "apple", label: "Apple silicon" },
  { value: "cpu-x86", label: "x86 CPU" },
  { value: "cpu-arm", label: "Arm CPU" },
];

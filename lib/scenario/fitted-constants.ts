/** Constants that a person's measurements may fit: shares that an accelerator's kernels reach. */
export const CHIP_CONSTANTS = [
  "bf16Efficiency",
  "fp8Efficiency",
  "int8Efficiency",
  "fp4Efficiency",
  "streamEfficiency",
  "cacheEfficiency",
  "prefillAttentionEfficiency",
  "decodeAttentionEfficiency",
  "latentAttentionEfficiency",
  "expertEfficiency",
  "expandEfficiency",
  "linkEfficiency",
] as const;

/** And what serving software adds. */
export const STACK_CONSTANTS = [
  "layerTime",
  "expertLayerTime",
  "hostTime",
  "sequenceTime",
  "linkLatency",
  "requestTime",
  "prefillStretch",
  "pipelineDepth",
  "clustering",
  "computeGain",
  "computeShare",
  "attentionShare",
  "bytesPerClock",
  "attentionPerClock",
  "weightsPerClock",
  "stageTime",
  "threadTime",
] as const;

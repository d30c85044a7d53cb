import type { Accelerator, Calibration, LayerGroup, Model } from "@/lib/catalog/schema";
import { estimate, type FigureId, type Lookup, type OptionEstimate } from "@/lib/engine";
import { type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { LOOKUP } from "../plans";

/** So fast that what is done at this rate takes no time. */
export const AT_ONCE = 1e30;

const figure = (value: number) => ({ value, text: String(value), source: "derived" });

/** What a made-up machine can do; what is not said takes no time. Base units, and seconds for the overheads. */
export interface Machine {
  /** FLOP/s and B/s. */
  readonly compute?: number;
  readonly bandwidth?: number;
  readonly link?: number;
  readonly network?: number;
  readonly memory?: number;
  readonly power?: number;
  /** Constants of the serving stack, of the architecture and of all. */
  readonly stack?: Readonly<Record<string, number>>;
  readonly global?: Readonly<Record<string, number>>;
  readonly vendor?: Accelerator["vendor"];
  readonly fitted?: boolean;
}

/** Kernels that reach every rate, and compute and memory one after the other, so that times add up by hand. */
const EFFICIENT = {
  bf16Efficiency: 1,
  fp8Efficiency: 1,
  streamEfficiency: 1,
  cacheEfficiency: 1,
  prefillAttentionEfficiency: 1,
  decodeAttentionEfficiency: 1,
  latentAttentionEfficiency: 1,
  expertEfficiency: 1,
  expandEfficiency: 1,
  linkEfficiency: 1,
};
const WITHOUT_OVERHEAD = {
  layerTime: 0,
  expertLayerTime: 0,
  hostTime: 0,
  sequenceTime: 0,
  linkLatency: 0,
  requestTime: 0,
  prefillStretch: 1,
  pipelineDepth: 0,
  clustering: 0,
};
const PLAIN_LAWS = {
  kneeOrder: 1,
  clusterOrder: 1,
  idleShare: 0.1,
  decodePowerShare: 0.6,
  prefillPowerShare: 0.9,
  hostPowerFactor: 1.5,
  poolBalance: 0.9,
  runtimeBytes: 0,
};

/** Two bytes a weight, 1,000 wide: one layer that only multiplies, of 2,000,000 weights, and a head of 8,000,000. */
const base = LOOKUP.model("llama-2-7b-hf") as Model;
const feedForward = (width: number): LayerGroup["ffn"] => ({ kind: "dense", width, gated: false });
const withLayers = (id: string, layers: readonly LayerGroup[]): Model => ({
  ...base,
  id,
  name: id,
  hidden: 1000,
  vocab: 8000,
  tiedEmbeddings: true,
  layers: [...layers],
});
const layer = (width: number, mixer: LayerGroup["mixer"] = { kind: "none" }): LayerGroup => ({
  count: 1,
  norms: 2,
  mixer,
  ffn: feedForward(width),
});
const MODELS: Readonly<Record<string, Model>> = {
  "by-hand": withLayers("by-hand", [layer(1000)]),
  /** A quarter of the layer. */
  "small-by-hand": withLayers("small-by-hand", [layer(250)]),
  /** One head of 1,000: 4,000 bytes a token. */
  "cached-by-hand": withLayers("cached-by-hand", [
    layer(1000, { kind: "gqa", heads: 1, kvHeads: 1, headDim: 1000 }),
  ]),
};

/** The catalog with the made-up machine in place of an H100, one stack, and models that can be worked out by hand. */
export function machineLookup(machine: Machine): Lookup {
  const chip = LOOKUP.accelerator("nvidia-h100-sxm-80gb") as Accelerator;
  const { memoryReported: _, link, ...rest } = chip;
  const accelerator: Accelerator = {
    ...rest,
    vendor: machine.vendor ?? "NVIDIA",
    memory: figure(machine.memory ?? 1e12),
    memoryBandwidth: figure(machine.bandwidth ?? AT_ONCE),
    nic: figure(machine.network ?? AT_ONCE),
    power: figure(machine.power ?? 1000),
    peak: { bf16: figure(machine.compute ?? AT_ONCE) },
    ...(link ? { link: { ...link, perDirection: figure(machine.link ?? AT_ONCE) } } : {}),
  };
  const constants: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    [chip.architecture]: EFFICIENT,
    vllm: { ...WITHOUT_OVERHEAD, ...machine.stack },
    global: { ...PLAIN_LAWS, ...machine.global },
  };
  const calibration = (id: string): Calibration | undefined => {
    const record = LOOKUP.calibration(id);
    const own = constants[id];
    if (!record || !own) return record;
    const { reservedShare: __, switchReduction: ___, ...known } = record.constants;
    const origin = id === chip.architecture && machine.fitted === false ? "analogy" : record.origin;
    return { ...record, origin: origin as Calibration["origin"], constants: { ...known, ...own } };
  };
  return {
    ...LOOKUP,
    calibration,
    accelerator: () => accelerator,
    model: (id) => MODELS[id] ?? LOOKUP.model(id),
  };
}

/** What a person says of a plan on the machine. */
export interface Asked {
  readonly workload?: Partial<ScenarioInput["workload"]>;
  readonly serving?: ScenarioInput["serving"];
  readonly goals?: ScenarioInput["goals"];
  readonly option?: Partial<ScenarioInput["options"][number]>;
  readonly finance?: ScenarioInput["finance"];
}

/** The model by hand on one machine at $3.60 an hour, a thousandth of a dollar a second, unless said otherwise. */
export function onMachine(machine: Machine, asked: Asked = {}): OptionEstimate {
  const scenario = scenarioSchema.parse({
    workload: { model: "by-hand", inputTokens: 16, outputTokens: 10, batch: 10, ...asked.workload },
    serving: { weights: "bf16", kvCache: "bf16", memoryFraction: 0.9, chunkTokens: 8192, ...asked.serving },
    goals: asked.goals,
    options: [{ accelerator: "nvidia-h100-sxm-80gb", pricePerHour: 3.6, ...asked.option }],
    finance: { utilisation: 1, ...asked.finance },
  });
  const [option] = estimate(scenario, machineLookup(machine)).options;
  if (!option) throw new Error("an estimate has one entry for each option");
  return option;
}

/** A figure that must be there, of a plan that runs. */
export function figureOf({ figures, verdict }: OptionEstimate, id: string): number {
  const value = figures[id as FigureId];
  if (value === undefined) throw new Error(`there is no figure "${id}": ${JSON.stringify(verdict)}`);
  return value;
}

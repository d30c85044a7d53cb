import type { Place } from "@/lib/catalog/place";
import type { Accelerator, Calibration, Figure, Format, Model, Price, Shipped } from "@/lib/catalog/schema";
import type { Plan } from "@/lib/scenario/plan";
import type { Anchor } from "./anchor";
import type { ArchitectureConstants, GlobalConstants, StackConstants } from "./constants";
import { BITS_PER_BYTE, type Kernel } from "./kernel";
import type { Made, MadeOf } from "./made";
import { isMixture } from "./mixture";
import type { Note } from "./notes";

/** A calibration record, of which a person's own measurements may have fitted constants: `reasons` then says how. */
export type KnownCalibration = Calibration & { readonly own?: OwnConstants };

/** The calibration of one's own that some constants of a record come from. */
export interface OwnConstants {
  /** Its name and date, in words. */
  readonly title: string;
  readonly constants: readonly string[];
  /** Id of the catalog's record that the other constants stay those of. */
  readonly base: string;
}

/** An accelerator, which may have a record of its own for what its kernels reach, instead of its architecture's. */
export type KnownAccelerator = Accelerator & { readonly efficiencies?: string };

/** The records an estimate needs, by id. A price is looked up by the accelerator it is for. */
export interface Lookup {
  readonly catalogVersion: string;
  model(id: string): Model | undefined;
  accelerator(id: string): KnownAccelerator | undefined;
  format(id: string): Format | undefined;
  calibration(id: string): KnownCalibration | undefined;
  price(accelerator: string): Price | undefined;
  /** Where machines stand: a country, a state or a cloud's region. */
  place(id: string): Place | undefined;
  /** Measurements of what the plan runs, for those that plan with them. */
  anchors?(plan: Plan): readonly Anchor[];
}

/** Parts of a model that may be stored in formats of their own; `plain` is what always stays in 16 bits. */
export type Component = "attention" | "ffn" | "experts" | "shared" | "head" | "plain";

/** How the accelerators of one replica share the model. */
export interface Layout {
  readonly tensor: number;
  readonly pipeline: number;
  /** Attention ranks, each with sequences of its own; experts are spread over tensor × data. */
  readonly data: number;
  /** Groups the experts are divided into. */
  readonly expert: number;
  readonly replicas: number;
  /** Replicas that only process prompts; zero when all do both. */
  readonly prefillReplicas: number;
}

/** The link that collectives cross: bytes per second and direction, its efficiency and latency. */
export interface Link {
  readonly name: string;
  /** The catalog's figure; absent where no link is crossed. */
  readonly figure?: Figure;
  /** It goes through the hosts' PCIe instead of a fabric. */
  readonly overHost: boolean;
  readonly bandwidth: number;
  readonly efficiency: Made;
  readonly latency: Made;
}

/** A plan with every record found and every choice made: all that the operator rows depend on. */
export interface Deployment {
  readonly plan: Plan;
  readonly model: Model;
  readonly accelerator: KnownAccelerator;
  readonly layout: Layout;
  readonly kernels: Readonly<Record<Component, Kernel>>;
  readonly cache: Format;
  readonly constants: MadeOf<ArchitectureConstants>;
  readonly stack: MadeOf<StackConstants>;
  /** Id of the stack's record, which may be one for this vendor. */
  readonly stackId: string;
  /** How the stack behaves unless the plan says otherwise. */
  readonly shipped: Shipped;
  readonly global: MadeOf<GlobalConstants>;
  readonly link: Link;
  /** Memory bandwidth of the accelerator, or of the threads of a CPU that are used; B/s. */
  readonly bandwidth: Figure | Made;
  /** Dense 16-bit rate that attention kernels are measured against, FLOP/s. */
  readonly attentionPeak: number;
  /** USD per second and accelerator; absent when no price is known. */
  readonly price?: number;
  /** Where the machines stand. */
  readonly place: Place;
  /** Things a person should know, such as a format that is expanded. */
  readonly notes: readonly Note[];
  /** Measurements that correct its times. */
  readonly anchors: readonly Anchor[];
}

/** Bytes per cached element. */
export const cacheElement = ({ cache }: Deployment): number => (cache.kvBits ?? cache.bits) / BITS_PER_BYTE;

/** The record of what a chip's kernels reach. */
export const efficienciesOf = ({ efficiencies, architecture }: KnownAccelerator): string =>
  efficiencies ?? architecture;

/** The kernel that most of the weights pass: the experts' in a mixture, else the feed-forward's. */
export const mainKernel = ({ model, kernels }: Deployment): Kernel =>
  isMixture(model) ? kernels.experts : kernels.ffn;

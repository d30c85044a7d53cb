import { quantities } from "@/lib/engine";
import * as cost from "@/lib/engine/formulas/cost";
import * as decode from "@/lib/engine/formulas/decode";
import * as energy from "@/lib/engine/formulas/energy";
import * as load from "@/lib/engine/formulas/load";
import * as memory from "@/lib/engine/formulas/memory";
import * as operators from "@/lib/engine/formulas/operators";
import * as prompts from "@/lib/engine/formulas/prompts";
import * as serving from "@/lib/engine/formulas/serving";
import * as inputs from "@/lib/engine/inputs";
import * as attention from "@/lib/engine/ops/attention";
import * as collective from "@/lib/engine/ops/collective";
import * as experts from "@/lib/engine/ops/experts";
import * as linear from "@/lib/engine/ops/linear";
import * as rowwise from "@/lib/engine/ops/rowwise";
import type { Quantity } from "@/lib/formula";

/** A module of the engine as a chapter: what its quantities are about. */
export interface Topic {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly quantities: readonly Quantity[];
}

type Declared = readonly [id: string, label: string, about: string, module: Record<string, unknown>];

const CHAPTERS: readonly Declared[] = [
  ["load", "What a step processes", "How many rows and attention pairs the load brings to each step.", load],
  ["linear", "Matrix products", "Products with weights: projections, feed-forward layers, the head.", linear],
  [
    "attention",
    "Attention",
    "Queries against a cache when decoding, against a prompt when prefilling.",
    attention,
  ],
  ["experts", "Experts", "Routed experts of a mixture, as grouped products.", experts],
  [
    "rowwise",
    "Rows, tables and the host",
    "Work in proportion to the rows, and what the host adds.",
    rowwise,
  ],
  ["collective", "Communication", "Exchange between accelerators by latency and bandwidth.", collective],
  [
    "operators",
    "The law of every operator",
    "One roofline with a soft knee, summed to the time of a step.",
    operators,
  ],
  [
    "memory",
    "Memory and capacity",
    "What lies in memory, and how many sequences that leaves room for.",
    memory,
  ],
  ["decode", "Decoding", "The time of a decode step, and what a sequence gains in it.", decode],
  [
    "prompts",
    "Prompts",
    "What prompts cost beside the answers, together, or on replicas of their own.",
    prompts,
  ],
  ["serving", "Serving", "What a person waits for and what the system delivers.", serving],
  ["cost", "Cost", "What a token costs when accelerators are paid by the hour.", cost],
  ["energy", "Power and energy", "What accelerators, hosts and network draw under the load.", energy],
  ["inputs", "Inputs", "What comes from the plan, the catalog and the calibration.", inputs],
];

/** Every quantity of the engine by chapter, in the engine's order; the inputs, which are many, come last. */
export const topics: readonly Topic[] = CHAPTERS.map(([id, label, about, module]) => ({
  id,
  label,
  about,
  quantities: [...quantities.values()].filter((quantity) => module[quantity.id] === quantity),
}));

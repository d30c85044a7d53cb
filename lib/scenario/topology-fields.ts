import { number, percent } from "./field-kinds";

const share = (label: string, most: number, help: string) =>
  percent(label, [0, most], {
    help,
  });
const times = (label: string, unit: "s" | "ms", help: string) =>
  number(label, unit, [0, 600], {
    step: 0.001,
    stored: "s",
    empty: "not said",
    help,
  });

/** What a part of a deployment topology may say of itself, beside what serves it. None has a default. */
export const topologyFields = {
  share: percent("Share", [0, 1], {
    help: "Share of the new requests that come here first. The shares of all parts are taken in proportion.",
  }),
  sites: number("Sites", "1", [1, 10_000], {
    scale: "log",
    empty: "1",
    help: "Sites, or tenants, that share this part's requests evenly. Each has replicas of its own, sized for its own peak.",
  }),
  sitePeak: number("Peak to mean at a site", "1", [1, 100], {
    scale: "log",
    step: 0.01,
    empty: "the plan's",
    help: "Load of a site's busiest hour over its mean. Sites whose people are awake at other hours have a higher one than all of them together.",
  }),
  spare: number("Spare replicas", "1", [0, 100], {
    empty: "the goals'",
    help: "Replicas of each site beyond its need, so that as many may fail.",
  }),
  siteCost: number("Upkeep of a site", "USD/month", [0, 10_000_000], {
    integer: false,
    empty: "not counted",
    help: "Room, monitoring and maintenance of one site, beside its machines.",
  }),
  distance: times(
    "Distance",
    "ms",
    "Network time from people to the machines and back, added to the first token.",
  ),
  egress: number("Egress", "USD/GB", [0, 100], {
    step: 0.001,
    empty: "not counted",
    help: "Price of what leaves the site towards the people.",
  }),
  tokenBytes: number("Sent for a token", "B", [1, 1_000_000], {
    scale: "log",
    integer: false,
    empty: "300",
    help: "What a streamed answer sends for each of its tokens: the text and the event around it.",
  }),
  escalated: share(
    "Asked again",
    1,
    "Share of its answers that do not do, and are asked again of the next part. Both are paid.",
  ),
  capacity: share(
    "Machines for",
    1,
    "Share of its peak that its machines are sized for. What comes above goes to the next part.",
  ),
  away: share(
    "Taken away",
    0.99,
    "Share of the time that its machines are taken away, as spot capacity is. The next part serves meanwhile, and is paid for that time.",
  ),
  adapters: number("Adapters", "1", [1, 10_000], {
    scale: "log",
    help: "Low-rank adapters (LoRA) that are kept in memory beside the one model that they share.",
  }),
  adapterSize: number("Size of an adapter", "MB", [1, 1e12], {
    scale: "log",
    stored: "B",
    integer: false,
    empty: "not said",
    help: "Memory that one adapter takes.",
  }),
  ttft: times("TTFT", "s", "Time to first token of the API as measured: its provider promises none."),
  tpot: number("TPOT", "ms", [0, 60], {
    step: 0.0001,
    stored: "s",
    empty: "not said",
    help: "Time per output token of the API as measured.",
  }),
} as const;

/** What of a part is a number. */
export type PartField = keyof typeof topologyFields;

import type { Shipped } from "@/lib/catalog/schema";
import { fixed, type Origin, said } from "../origin";
import { cachesPrefixes, piece } from "../shipped";
import { type Asked, planned } from "./given";

/** Settings that a serving stack comes with, which a plan may change, and how long a replica takes to start. */

type Setting = "streamInterval" | "prefixCache" | "startTime";

/** The person's setting, else the stack's own with its source, else what stands in for it. */
const settingOf =
  (key: Setting, otherwise: string) =>
  (asked: Asked): Origin => {
    const { plan } = asked.deployment;
    return plan.serving[key] === undefined ? shippedBy(key, otherwise)(asked) : said(plan, `serving.${key}`);
  };

const shippedBy =
  (key: keyof Shipped, otherwise: string) =>
  ({ deployment: { shipped, stackId } }: Asked): Origin => {
    const setting = shipped[key];
    if (!setting) return fixed(otherwise);
    const { value, source, note } = setting;
    return { kind: "catalog", record: `calibration/${stackId}`, source, text: note ?? `${key}: ${value}` };
  };

const TOKEN_BY_TOKEN = "answers are taken to be streamed token by token";

export const streamInterval = planned("tok", "Tokens in a piece of a streamed answer", {
  value: piece,
  origin: settingOf("streamInterval", TOKEN_BY_TOKEN),
});

export const firstPieceWaits = planned("1", "Whether the first piece, too, waits until it is full", {
  value: ({ shipped }) => Number(shipped.firstPieceWaits?.value ?? false),
  origin: shippedBy("firstPieceWaits", TOKEN_BY_TOKEN),
});

export const prefixCaching = planned("1", "Whether prefixes are looked up in the cache", {
  value: (deployment) => Number(cachesPrefixes(deployment)),
  origin: settingOf("prefixCache", "the stack is taken to keep prefixes"),
});

/** Source: tensorfuse-cold-start, where 16.06 GB of weights took 18 s from a disk that had been read before. */
const WARM_DISK = 16.06e9 / 18;

export const weightRate = planned("B/s", "Rate at which a replica's weights arrive", {
  value: ({ plan }) => plan.serving.weightRate ?? WARM_DISK,
  origin: ({ deployment: { plan } }) =>
    plan.serving.weightRate === undefined
      ? { kind: "constant", source: "tensorfuse-cold-start", text: "16 GB took 18 s from a warm disk" }
      : said(plan, "serving.weightRate"),
});

export const startTime = planned("s", "Time for the engine to start, without that for the weights", {
  value: ({ plan, shipped }) => plan.serving.startTime ?? shipped.startTime?.value ?? 0,
  origin: settingOf("startTime", "nobody says how long the engine takes to start"),
});

import type { Part, Topology } from "./topology";

type Held = { readonly topologies?: readonly Topology[] | undefined };

/** The scenario with these topologies in place of its own; without any where there are none. */
export function withTopologies<S extends Held>(scenario: S, topologies: Topology[] | undefined): S {
  const { topologies: _before, ...rest } = scenario;
  return (topologies && topologies.length > 0 ? { ...rest, topologies } : rest) as S;
}

/** The topologies with every part changed; without parts that are gone, and without topologies that lose their last. */
function eachPart({ topologies }: Held, change: (part: Part) => Part | undefined): Topology[] | undefined {
  const kept = topologies?.flatMap((topology): Topology[] => {
    const parts = topology.parts.map(change).filter((part) => part !== undefined);
    return parts.length === 0 ? [] : [{ ...topology, parts: asWhole(parts) }];
  });
  return kept && kept.length > 0 ? kept : undefined;
}

/** Parts that a schema takes: nothing goes on from the last, and requests come somewhere first. */
export function asWhole(parts: readonly Part[]): Part[] {
  const last = parts.length - 1;
  const closed = parts.map((part, index) => {
    if (index < last) return part;
    const { escalated: _again, capacity: _above, away: _away, ...rest } = part;
    return rest;
  });
  if (closed.some(({ share }) => (share ?? 0) > 0)) return closed;
  return closed.map((part, index) => (index === 0 ? { ...part, share: 1 } : part));
}

/** The scenario's topologies when the option at `removed` goes, and those behind it move up. */
export const withoutOptionAt = (held: Held, removed: number): Topology[] | undefined =>
  eachPart(held, (part) => moved(part, "option", removed));

/** The same for an API. */
export const withoutApiAt = (held: Held, removed: number): Topology[] | undefined =>
  eachPart(held, (part) => moved(part, "api", removed));

function moved(part: Part, of: "option" | "api", removed: number): Part | undefined {
  const at = part[of];
  if (at === undefined || at < removed) return part;
  return at === removed ? undefined : { ...part, [of]: at - 1 };
}

/** The scenario's topologies when an option comes in behind the one at `before`. */
export const withOptionAfter = (held: Held, before: number): Topology[] | undefined =>
  eachPart(held, (part) =>
    part.option !== undefined && part.option > before ? { ...part, option: part.option + 1 } : part,
  );

/**
 * The parts with another share for one of them; the others keep their proportions and give or take what it takes or
 * gives, evenly where they had nothing.
 */
export function withShare(parts: readonly Part[], index: number, share: number): Part[] {
  const others = parts.filter((_, place) => place !== index);
  // One part alone is asked everything.
  if (others.length === 0) return parts.map((part) => ({ ...part, share: 1 }));
  const sum = others.reduce((total, part) => total + (part.share ?? 0), 0);
  const left = 1 - share;
  return parts.map((part, place) => {
    if (place === index) return { ...part, share };
    const scaled = sum > 0 ? ((part.share ?? 0) / sum) * left : left / others.length;
    return { ...part, share: Number(scaled.toPrecision(12)) };
  });
}

/** In which way a part hands requests to the next. */
export type Onward = "escalated" | "capacity" | "away";

/** By judgement: what a way starts with, to be changed by whoever chooses it. */
const ONWARD_START: Readonly<Record<Onward, number>> = { escalated: 0.2, capacity: 0.6, away: 0.05 };

/** The part with one way to the next, or none. */
export function goingOn(part: Part, way: Onward | "none"): Part {
  const { escalated: _again, capacity: _above, away: _away, ...rest } = part;
  return way === "none" ? rest : { ...rest, [way]: ONWARD_START[way] };
}

/** The way that a part has. */
export const onwardOf = ({ escalated, capacity, away }: Part): Onward | "none" =>
  escalated ? "escalated" : capacity ? "capacity" : away ? "away" : "none";

/** The part served by something else, without what that does not have. */
export function servedBy(part: Part, server: Pick<Part, "option"> | Pick<Part, "api">): Part {
  const { share, distance, egress, tokenBytes, escalated, area } = part;
  const said = { share, distance, egress, tokenBytes, escalated, area };
  const { option: _option, api: _api, ttft: _ttft, tpot: _tpot, ...machines } = part;
  const kept = "api" in server ? said : machines;
  return { ...withoutNothing(kept), ...server } as Part;
}

const withoutNothing = (part: Partial<Part>): Partial<Part> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));

import type { Part, Topology } from "./topology";

type Held = { readonly topologies?: readonly Topology[] | undefined };

/** The scenario with these topologies in place of its own; without any where there are none. */
export function withTopologies<S extends Held>(scenario: S, topologies: Topology[] | undefined): S {
  const { topologies: _before, ...rest } = scenario;
  return (topologies && topologies.length > 0 ? { ...rest, topologies } : rest) as S;
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

/** What a topology's parts point to. */
type Served = Held & { readonly options: readonly object[]; readonly apis?: readonly object[] | undefined };

/**
 * The scenario after options or APIs came, went or changed places, its topologies still pointing to the same ones. Parts
 * whose own is gone go with it, and a topology with its last part.
 */
export function followed<S extends Served>(before: Served, after: S): S {
  const place = (old: readonly object[] = [], now: readonly object[] = [], at: number) => {
    const served = old[at];
    return served ? now.indexOf(served) : at;
  };
  const moved = (part: Part): Part[] => {
    const at =
      part.option === undefined
        ? { api: place(before.apis, after.apis, part.api ?? 0) }
        : { option: place(before.options, after.options, part.option) };
    return Object.values(at).includes(-1) ? [] : [{ ...part, ...at }];
  };
  const topologies = after.topologies?.flatMap((topology): Topology[] => {
    const parts = topology.parts.flatMap(moved);
    return parts.length > 0 ? [{ ...topology, parts: asWhole(parts) }] : [];
  });
  return withTopologies(after, topologies);
}

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

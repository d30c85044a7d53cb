import { asksPercentiles } from "../search/goals";
import type { Exploration, Times } from "./exploration";
import {
  type Configuration,
  type Contender,
  type Findings,
  type Fronts,
  NO_FRONTS,
  onSpeed,
  onStart,
} from "./findings";
import { isBeaten, paretoFront } from "./front";
import { type Laid, layOut } from "./laid";
import { type Prospect, prospectsOf } from "./prospects";
import type { Slice } from "./space";
import { Counter } from "./tally";
import { wayOf } from "./ways";

/**
 * Searches one accelerator with one format of weights. `known` are fronts found elsewhere: what cannot get past them
 * nor be the slice's cheapest is ruled out unseen. No configuration that would be on a front or be the cheapest is.
 */
export function searchSlice(question: Exploration, slice: Slice, known: Fronts = NO_FRONTS): Findings {
  const counter = new Counter();
  const search = new SliceSearch(question, counter, known);
  for (const prospect of prospectsOf(question, slice, counter)) search.visit(prospect);
  return { tally: counter.tally, best: search.contenders(), fronts: search.fronts };
}

/** By judgement: shares of the goals that means keep: under a percentile's goal means lie at a half or a quarter of it. */
const MEANS = [1];
const PERCENTILES = [1, 0.5, 0.25];

/** What no configuration of some batches can beat: most requests per second of a replica, least times. */
interface Limit extends Times {
  readonly requestRate: number;
}

class SliceSearch {
  /** For each share of the goals the cheapest that keeps it. */
  private readonly firsts: { share: number; point?: Configuration }[];

  constructor(
    private readonly question: Exploration,
    private readonly counter: Counter,
    public fronts: Fronts,
  ) {
    const shares = asksPercentiles(question.scenario) ? PERCENTILES : MEANS;
    this.firsts = shares.map((share) => ({ share }));
  }

  /** Those that came first, each once, as ways to serve the traffic. */
  contenders(): Contender[] {
    const points = new Set(this.firsts.flatMap(({ point }) => point ?? []));
    return [...points].flatMap((point) => {
      const way = wayOf(this.question, point);
      return way ? [{ point, way }] : [];
    });
  }

  visit(prospect: Prospect): void {
    const { batches, bound } = prospect;
    const last = batches.length - 1;
    /** Of the configurations that decode between the batches at two places together. */
    const limit = (from: number, to: number): Limit => {
      const [few, many] = [batches[Math.max(0, from)] as number, batches[to] as number];
      const { ttft } = bound;
      const tpot = bound.tpot(few);
      return { requestRate: bound.requestRate(many), tpot, ttft, answer: this.question.answer(ttft, tpot) };
    };
    const whole = limit(0, last);
    if (
      this.isHopeless(prospect, whole) ||
      (!this.canBeFirst(prospect, whole) &&
        batches.every((_, to) => this.isHopeless(prospect, limit(to - 1, to))))
    ) {
      this.ruleOut(whole, batches.length);
      return;
    }
    const laid = layOut(this.question, prospect);
    this.take(laid, 0);
    if (last > 0) this.take(laid, last);
    this.between(prospect, laid, 0, last);
  }

  /**
   * The batches between two that were evaluated. Times grow with the batch, so they are at least those of the smaller;
   * and a request takes at least as long, so that the replica's rate grows no faster than the batch.
   */
  private between(prospect: Prospect, laid: Laid, from: number, to: number): void {
    if (to - from < 2) return;
    const { batches, bound } = prospect;
    const least = laid.at(from);
    const grown = (batches[to - 1] as number) / (batches[from] as number);
    const limit: Limit = {
      requestRate: Math.min(bound.requestRate(batches[to - 1] as number), least.requestRate * grown),
      tpot: least.point.tpot,
      ttft: least.point.ttft,
      answer: least.point.answer,
    };
    if (this.isHopeless(prospect, limit)) {
      this.ruleOut(limit, to - from - 1);
      return;
    }
    const middle = (from + to) >> 1;
    this.take(laid, middle);
    this.between(prospect, laid, from, middle);
    this.between(prospect, laid, middle, to);
  }

  private take(laid: Laid, index: number): void {
    const { point } = laid.at(index);
    this.counter.count(point.kept);
    for (const first of this.firsts)
      if (
        point.kept &&
        !this.question.misses(point, first.share) &&
        (!first.point || point.cost < first.point.cost)
      )
        first.point = point;
    const { speed, start } = this.fronts;
    this.fronts = { speed: extended(speed, onSpeed(point)), start: extended(start, onStart(point)) };
  }

  private ruleOut(limit: Limit, count: number): void {
    this.counter.ruleOut(this.question.misses(limit) ? "goal" : "beaten", count);
  }

  private canBeFirst({ price, tokens }: Prospect, limit: Limit): boolean {
    const cost = this.question.cost(price, limit.requestRate, tokens);
    return this.firsts.some(
      ({ share, point }) => !this.question.misses(limit, share) && (!point || cost < point.cost),
    );
  }

  /** Whether nothing within the limit can be the cheapest or get past a front. */
  private isHopeless(prospect: Prospect, limit: Limit): boolean {
    if (this.canBeFirst(prospect, limit)) return false;
    const { price, tokens, accelerators } = prospect;
    const cost = this.question.cost(price, limit.requestRate, tokens);
    if (!isBeaten(this.fronts.speed, { x: cost, y: limit.tpot })) return false;
    const perToken = accelerators / (limit.requestRate * this.question.scenario.workload.outputTokens);
    return isBeaten(this.fronts.start, { x: limit.ttft, y: perToken });
  }
}

const extended = <P extends { x: number; y: number }>(front: readonly P[], point: P): readonly P[] =>
  isBeaten(front, point) ? front : paretoFront(front, [point]);

import { inFull, isSection } from "./silent";

/**
 * A document of version 2 as one of version 3, which asks in people's words: traffic and goals are sections of their
 * own, goals may be percentiles, and replicas that are not said are found. A plan of version 2 was asked for a batch
 * and for means, and keeps both.
 */
export function fromVersion2(older: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const whole = inFull(older);
  return {
    ...whole,
    v: 3,
    traffic: { load: "batch" },
    goals: goalsOf(older.serving),
    serving: withoutGoals(whole.serving),
  };
}

/** The goals that the serving settings held. */
function goalsOf(serving: unknown): Record<string, unknown> {
  if (!isSection(serving)) return {};
  const { ttftGoal: ttft, tpotGoal: tpot } = serving;
  return { ...(ttft === undefined ? {} : { ttft }), ...(tpot === undefined ? {} : { tpot }) };
}

function withoutGoals(serving: unknown): unknown {
  if (!isSection(serving)) return serving;
  const { ttftGoal: _ttft, tpotGoal: _tpot, ...rest } = serving;
  return rest;
}

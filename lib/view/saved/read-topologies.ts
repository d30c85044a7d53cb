import type { Condition, PartEstimate, TopologyEstimate, TopologyGoal } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario/schema";
import { all, finite, listOf, member, oneOf, type Reader, recordOf, text } from "./readers";

const answered = oneOf<TopologyEstimate["keeps"]>({ yes: true, no: true, open: true });

const condition = all<Condition>({
  part: finite,
  kind: oneOf<Condition["kind"]>({ asked: true, assumed: true }),
  holds: oneOf<Condition["holds"]>({ yes: true, no: true, open: true }),
  text,
});

const goalHead = all<Pick<TopologyGoal, "of" | "at" | "most">>({
  of: oneOf<TopologyGoal["of"]>({ ttft: true, tpot: true, answer: true }),
  at: oneOf<TopologyGoal["at"]>({ mean: true, p50: true, p90: true, p95: true, p99: true }),
  most: finite,
});

const goal: Reader<TopologyGoal> = (value) => {
  const head = goalHead(value);
  const reached = finite(member(value, "reached"));
  return head && { ...head, ...(reached === undefined ? {} : { reached }) };
};

/** What was computed of a part. Its traffic and its operating point are found anew when it is planned with. */
const part: Reader<PartEstimate> = (value) => {
  const option = finite(member(value, "option"));
  const api = finite(member(value, "api"));
  return {
    ...(option === undefined ? {} : { option }),
    ...(api === undefined ? {} : { api }),
    given: recordOf(finite)(member(value, "given")),
    figures: recordOf(finite)(member(value, "figures")),
  };
};

/** The topologies that a plan was saved with, of those that its scenario has; undefined where none were. */
export function readTopologies(value: unknown, { topologies }: Scenario): TopologyEstimate[] | undefined {
  if (!topologies || !Array.isArray(value)) return undefined;
  return topologies.map(({ name }, index): TopologyEstimate => {
    const stored: unknown = value[index];
    const verdict = member(stored, "verdict");
    const feasible = member(verdict, "feasible") === true;
    const whole = all<NonNullable<TopologyEstimate["given"]>>({ wholeRequests: finite, useShare: finite });
    const given = whole(member(stored, "given"));
    return {
      name,
      verdict: feasible
        ? { feasible }
        : {
            feasible,
            reason: "unknown",
            message: text(member(verdict, "message")) ?? "What it came to was not kept with the plan",
            repairs: [],
          },
      ...(given ? { given } : {}),
      parts: listOf(part)(member(stored, "parts")),
      figures: recordOf(finite)(member(stored, "figures")),
      ttft: recordOf(finite)(member(stored, "ttft")),
      goals: listOf(goal)(member(stored, "goals")),
      conditions: listOf(condition)(member(stored, "conditions")),
      keeps: answered(member(stored, "keeps")) ?? "open",
    };
  });
}

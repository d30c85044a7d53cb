import type { SharedPath } from "@/lib/scenario/plan";
import type { Drafting } from "../load";
import { type Origin, said } from "../origin";
import { type Asked, type LoadInput, loaded } from "./given";

/** How tokens are drafted ahead; all zero where none are. */

const drafted = (
  unit: string,
  label: string,
  value: (drafting: Drafting) => number,
  origin: (asked: Asked) => Origin,
): LoadInput =>
  loaded(unit, label, {
    value: ({ drafting }) => value(drafting),
    origin: (asked) =>
      asked.load.plan.serving.speculation === "none"
        ? said(asked.load.plan, "serving.speculation")
        : origin(asked),
  });

const setting =
  (path: SharedPath) =>
  ({ load }: Asked) =>
    said(load.plan, path);
const timed = (): Origin => ({ kind: "search", text: "timed on what drafts the tokens" });

export const rowsPerSequence = drafted(
  "1",
  "Rows that a decoding sequence brings to a step",
  ({ tokens }) => tokens + 1,
  ({ load: { plan, drafting } }) => ({
    kind: said(plan, "serving.draftTokens").kind,
    text: `${drafting.tokens} drafted, and the one that they follow`,
  }),
);
export const draftTokens = drafted(
  "1",
  "Tokens drafted per step",
  ({ tokens }) => tokens,
  setting("serving.draftTokens"),
);
export const draftPasses = drafted(
  "1",
  "Passes that draft them, one after the other",
  ({ passes }) => passes,
  setting("serving.draftTokens"),
);
export const acceptance = drafted(
  "1",
  "Probability that a drafted token is accepted",
  (drafting) => drafting.acceptance,
  setting("serving.acceptance"),
);
export const draftTime = drafted(
  "s",
  "Time that one sequence more adds to a drafting pass",
  ({ perSequence }) => perSequence,
  timed,
);
export const draftBase = drafted("s", "Time of a drafting pass without sequences", ({ base }) => base, timed);
export const draftBytes = drafted(
  "B",
  "Weights of the drafting layers or model",
  ({ bytes }) => bytes,
  timed,
);

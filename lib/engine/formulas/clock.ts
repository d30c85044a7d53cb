import { constant, formula } from "@/lib/formula";
import { boardPower, idleShare, knobs, prefillShareOfPower } from "../inputs";

const { powerLimit } = knobs;

/**
 * What a limit on the power of an accelerator leaves of its clock. Prompts draw nearly all of the board's power and
 * slow down; decoding waits for memory, whose clock stays, and seldom reaches a limit.
 */

/** Chosen on prompts of llama.cpp at 300, 250 and 200 of 350 W (llmgarage-power-limits): their rates fall to 94, 85 and 60 %. */
export const clockOrder = constant("1", 2, "Power of the clock with which the draw beyond idling grows", {
  source: "llmgarage-power-limits",
});

/** By judgement: a chip cannot draw less than it draws idle; what little is left then is a crawl, not a stop. */
export const crawl = constant("1", 0.02, "Share of the board power that computing gets at least");

export const limitShare = formula(
  "1",
  "Power limit over board power",
)`if(min(${powerLimit}, ${boardPower}) > 0, min(1, ${powerLimit} / ${boardPower}), 1)`;

export const clockShare = formula(
  "1",
  "Clock that the power limit leaves, over the full one",
)`min(1, max(${crawl}, ${limitShare} - ${idleShare}) / (${prefillShareOfPower} - ${idleShare})) ^ (1 / ${clockOrder})`;

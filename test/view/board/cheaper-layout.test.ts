import { expect, it } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import { answerOption } from "@/lib/engine";
import { applyOptionPatch, applyPatch, defaultScenario } from "@/lib/scenario";
import { cheaperLayoutOf } from "@/lib/view/board/cheaper-layout";

// Few users, whom one accelerator serves, and many with bursts, for whom a wide split pays or the largest is too wide.
it.each([
  ["meta-llama-3.1-8b", 20, 1, "nvidia-h100-sxm-80gb", 4],
  ["meta-llama-3.1-70b", 2000, 3, "nvidia-h200-sxm-141gb", 1],
])("finds the split that trying each one finds: %s, %i users, burstiness %i, %s at TP %i", (...asked) => {
  const [model, users, burstiness, accelerator, tp] = asked;
  const base = applyPatch(defaultScenario, { workload: { model }, traffic: { users, burstiness } });
  const [first] = base.options;
  if (!first) throw new Error("the opening plan has an option");
  const plan = { ...base, options: [{ ...first, accelerator, tp }] };
  const lookup = lookupFor(plan);
  const month = (split: number) => {
    const { figures, operation, notes } = answerOption(applyOptionPatch(plan, 0, { tp: split }), 0, lookup);
    const serious = notes.some(({ severity }) => severity === "serious");
    return operation?.keeps && !serious ? (figures.monthlyCost ?? Number.NaN) : Number.POSITIVE_INFINITY;
  };
  const best = [1, 2, 4, 8].toSorted((a, b) => month(a) - month(b))[0] ?? tp;
  const worth = Number.isFinite(month(tp)) && month(best) < 0.98 * month(tp);
  expect(cheaperLayoutOf(plan, 0, lookup).map(({ tp: split }) => split)).toEqual(worth ? [best] : []);
});

import type { Estimate } from "@/lib/engine";
import { planOf } from "@/lib/scenario/plan";

/**
 * Names every option of a plan: the accelerator and how many, and where that leaves two alike, what
 * tells them apart (the layout, the weights' format, else the position).
 */
export function optionNames(estimate: Estimate): string[] {
  const parts = estimate.options.map(({ accelerator, option, figures }, index) => {
    const { tp, pp, dp, replicas = 1, prefillReplicas, instances = 1, partition } = option;
    // What is paid for, as the engine counts it; where it refuses to count, the replicas that were asked for.
    const count = figures.acceleratorCount ?? tp * pp * dp * (replicas + prefillReplicas);
    const split = [`TP ${tp}`, pp > 1 ? `PP ${pp}` : "", dp > 1 ? `DP ${dp}` : ""]
      .filter(Boolean)
      .join(" × ");
    return {
      // Places beside other models are parts of an accelerator.
      base: count === 1 ? accelerator.name : `${Number(count.toPrecision(3))} × ${accelerator.name}`,
      layout: [
        split,
        instances > 1 ? `${instances} ${partition === "mig" ? "MIG instances" : "instances"} each` : "",
        replicas > 1 ? `${replicas} replicas` : "",
        prefillReplicas > 0 ? `${prefillReplicas} for prompts` : "",
      ]
        .filter(Boolean)
        .join(", "),
      weights: planOf(estimate.scenario, index).serving.weights,
    };
  });
  return parts.map((mine, index) => {
    const rivals = parts.filter((other, position) => position !== index && other.base === mine.base);
    if (rivals.length === 0) return mine.base;
    if (rivals.every((other) => other.layout !== mine.layout)) return `${mine.base}, ${mine.layout}`;
    if (rivals.every((other) => other.weights !== mine.weights)) return `${mine.base}, ${mine.weights}`;
    return `${mine.base} (${index + 1})`;
  });
}

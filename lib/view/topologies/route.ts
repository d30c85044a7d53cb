import type { Estimate } from "@/lib/engine";

/**
 * Which options answer the easy requests and the others, by their places. The question's own model is the large one; another
 * that takes less for a token is asked first. Where no other does, the cheapest beside the best one of the same model.
 */
export function routeOf({ options, scenario }: Estimate, best: number): { small: number; large: number } {
  const all = options.map(({ figures, option }, index) => ({
    index,
    cost: figures.costPerToken ?? Number.MAX_VALUE,
    other: (option.model ?? scenario.workload.model) !== scenario.workload.model,
  }));
  all.sort((a, b) => a.cost - b.cost || a.index - b.index);
  const large = all.find(({ other }) => !other);
  const small = all.find(({ other, cost }) => other && cost < (large?.cost ?? 0));
  if (large && small) return { small: small.index, large: large.index };
  const chosen = all.find(({ index }) => index === best);
  const beside = all.find((each) => each !== chosen && each.other === chosen?.other);
  return { small: beside?.index ?? best, large: best };
}

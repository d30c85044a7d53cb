import type { Model } from "@/lib/catalog/schema";
import type { Option } from "@/lib/scenario";
import { powersOfTwo } from "@/lib/scenario/option-fields";
import type { StackConstants } from "./constants";
import type { Layout } from "./deployment";
import type { MadeOf } from "./made";
import { type Repair, type Result, refuse } from "./verdict";

/** The layout of an option, or, when the model cannot be divided like that, why, with layouts that would do. */
export function layoutOf(
  option: Option,
  model: Model,
  stack: Pick<MadeOf<StackConstants>, "padsHeads">,
): Result<Layout> {
  const { tp: tensor, pp: pipeline, dp: data, ep: expert, replicas = 1, prefillReplicas } = option;
  const stop = (message: string, path: string, repairs: readonly Repair[] = []) =>
    refuse("layout", message, path, repairs);
  const layers = model.layers.reduce((sum, { count }) => sum + count, 0);
  if (pipeline > layers)
    return stop(`${model.name} has ${layers} layers, too few for ${pipeline} pipeline stages`, "pp");
  if (expert > tensor * data)
    return stop(
      `${expert} expert groups need as many accelerators in a stage, which has ${tensor * data}`,
      "ep",
      [{ label: `${tensor * data} expert groups`, patch: { ep: tensor * data } }],
    );
  const uneven = model.layers
    .map(({ mixer }) => ("heads" in mixer ? mixer.heads : 0))
    .find((heads) => heads % tensor !== 0);
  if (uneven !== undefined && !stack.padsHeads?.value)
    return stop(
      `${model.name} has ${uneven} attention heads, which ${tensor} accelerators cannot share evenly`,
      "tp",
      evenShares(uneven, tensor),
    );
  return { tensor, pipeline, data, expert, replicas, prefillReplicas };
}

/** The nearest numbers of accelerators, fewer and more, that divide the heads. */
function evenShares(heads: number, tensor: number): Repair[] {
  const powers = powersOfTwo.filter((tp) => heads % tp === 0);
  const nearest = [powers.filter((tp) => tp < tensor).at(-1), powers.find((tp) => tp > tensor)];
  return nearest.flatMap((tp) => (tp === undefined ? [] : [{ label: acceleratorsText(tp), patch: { tp } }]));
}

/** "1 accelerator", "4 accelerators". */
export const acceleratorsText = (count: number): string =>
  count === 1 ? "1 accelerator" : `${count} accelerators`;

import type { Option } from "@/lib/scenario";
import type { Layout } from "../deployment";
import { saidByOption } from "../origin";
import { planned } from "./given";

/** How the accelerators of a replica share the model, and how many replicas there are. */

const counted = (label: string, part: keyof Layout, key: keyof Option) =>
  planned("1", label, {
    value: ({ layout }) => layout[part],
    origin: ({ deployment }) => saidByOption(deployment.plan, key),
  });
const divided = (...of: Parameters<typeof counted>) => ({ ...counted(...of), structural: true as const });

export const tensorParallel = divided("Tensor-parallel accelerators", "tensor", "tp");
export const pipelineParallel = divided("Pipeline stages", "pipeline", "pp");
export const dataParallel = divided("Attention ranks that share the experts", "data", "dp");
export const expertParallel = divided("Expert-parallel groups", "expert", "ep");
export const replicas = counted("Replicas", "replicas", "replicas");
export const prefillReplicas = counted(
  "Replicas that only process prompts",
  "prefillReplicas",
  "prefillReplicas",
);
export const answeringPerPool = planned("1", "Answering replicas for each that only processes prompts", {
  value: ({ layout }) => (layout.prefillReplicas > 0 ? layout.replicas / layout.prefillReplicas : 0),
  origin: ({ deployment: { plan, layout } }) => {
    const said = saidByOption(plan, "prefillReplicas");
    const { replicas, prefillReplicas } = layout;
    return prefillReplicas > 0
      ? { kind: said.kind, text: `${replicas} answering / ${prefillReplicas} that only process prompts` }
      : said;
  },
});

import { said } from "../origin";
import { planned, type SectionPath } from "./given";
import { shaped } from "./rows";

/** Low-rank adapters that a replica keeps beside the model; no operator row reads them where there are none. */

/** By judgement: the rank that adapters have most often, and the largest that vLLM takes unless it is told. Source: vllm-config */
export const USUAL_RANK = 16;

const setting = (label: string, path: SectionPath & `serving.adapter${string}`, otherwise: number) =>
  planned("1", label, {
    value: ({ plan: { serving } }) =>
      (path === "serving.adapters" ? serving.adapters : serving.adapterRank) ?? otherwise,
    origin: ({ deployment }) => said(deployment.plan, path),
    edit: "structural",
  });

export const adapterCount = setting("LoRA adapters on every replica", "serving.adapters", 0);
export const adapterRank = setting("Rank of an adapter", "serving.adapterRank", USUAL_RANK);
export const adapterWidth = shaped("1", "Inputs and outputs of an adapted product, mean");

import type { Accelerator, Calibration, Model } from "@/lib/catalog/schema";
import { modelFamily } from "../family";

/**
 * How near measurements come to a plan: of the very model on the very accelerator; of models of its family, on others;
 * of the accelerator, with other families; or of neither, on a chip whose architecture alone was measured.
 */
export const EVIDENCE = ["measured", "family", "chip", "architecture"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** What the uncertainty's record says was measured on one accelerator. */
type Measured = NonNullable<Calibration["measured"]>;

/** How near the measurements of `measured` come to a model on an accelerator. */
export function evidenceOf(
  { id: chip }: Pick<Accelerator, "id">,
  model: Pick<Model, "id" | "family">,
  measured: Measured,
): Evidence {
  const here = measured.find(({ accelerator }) => accelerator === chip);
  if (!here) return "architecture";
  if (here.models.includes(model.id)) return "measured";
  const family = modelFamily(model);
  return measured.some(({ families }) => families.includes(family)) ? "family" : "chip";
}

import { Image } from "@/lib/formula";
import type { Deployment } from "../deployment";
import { acceleratorPrice } from "../formulas/hour";
import { partFor, planInputs } from "../quantities";

/** USD per second of one accelerator as it is paid for, by the engine's own formula. It needs no layout of the model. */
export function priceOfSecond(deployment: Deployment): number {
  const image = new Image(partFor([acceleratorPrice]), []);
  for (const input of planInputs) image.set(input, input.value(deployment));
  image.run(0);
  return image.value(acceleratorPrice);
}

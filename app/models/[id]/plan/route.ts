import * as catalog from "@/lib/catalog";
import { additionAddress } from "@/lib/view/plan-address";

/** Leads to the planner, whose plan then serves this model. */
export async function GET(_request: Request, { params }: RouteContext<"/models/[id]/plan">) {
  const { id: model } = await params;
  if (!catalog.model(model)) return new Response("There is no such model.\n", { status: 404 });
  return new Response(null, {
    status: 307,
    headers: { Location: additionAddress({ kind: "model", model }) },
  });
}

import { catalogLookup } from "@/app/catalog-lookup";
import * as catalog from "@/lib/catalog";
import { defaultScenario } from "@/lib/scenario";
import { planAddress, planWithModel } from "@/lib/view/catalog/plan-with";

/** Leads to the planner with this model. */
export async function GET(_request: Request, { params }: RouteContext<"/models/[id]/plan">) {
  const { id } = await params;
  if (!catalog.model(id)) return new Response("There is no such model.\n", { status: 404 });
  const scenario = planWithModel(defaultScenario, id, catalogLookup());
  return new Response(null, { status: 307, headers: { Location: planAddress(scenario) } });
}

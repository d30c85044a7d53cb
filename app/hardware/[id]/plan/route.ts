import { catalogLookup } from "@/app/catalog-lookup";
import * as catalog from "@/lib/catalog";
import { defaultScenario } from "@/lib/scenario";
import { formatIn } from "@/lib/units";
import { planAddress, planWithAccelerator } from "@/lib/view/catalog/plan-with";

/** Leads to the planner with this accelerator, at the price of an offer where one is named. */
export async function GET(request: Request, { params }: RouteContext<"/hardware/[id]/plan">) {
  const { id } = await params;
  const offer = catalog.price(new URL(request.url).searchParams.get("offer") ?? "");
  if (!catalog.accelerator(id)) return new Response("There is no such accelerator.\n", { status: 404 });
  const price =
    offer?.accelerator === id ? Number(formatIn(offer.perAcceleratorHour.value, "USD/h")) : undefined;
  const scenario = planWithAccelerator(defaultScenario, id, catalogLookup(), price);
  return new Response(null, { status: 307, headers: { Location: planAddress(scenario) } });
}

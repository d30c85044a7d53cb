import * as catalog from "@/lib/catalog";
import { offerOfPrice } from "@/lib/view/catalog/offer-text";
import { additionAddress } from "@/lib/view/plan-address";

/** Leads to the planner, which adds this accelerator to its plan, at the price of an offer where one is named. */
export async function GET(request: Request, { params }: RouteContext<"/hardware/[id]/plan">) {
  const { id: accelerator } = await params;
  if (!catalog.accelerator(accelerator))
    return new Response("There is no such accelerator.\n", { status: 404 });
  const named = new URL(request.url).searchParams.get("offer");
  const price = named === null ? undefined : catalog.price(named);
  if (named !== null && price?.accelerator !== accelerator)
    return new Response("There is no such offer any more.\n", { status: 404 });
  const offer = price && { offer: offerOfPrice(price) };
  const Location = additionAddress({ kind: "accelerator", accelerator, ...offer });
  return new Response(null, { status: 307, headers: { Location } });
}

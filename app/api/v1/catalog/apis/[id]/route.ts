import { apiPrices, model } from "@/lib/catalog";
import { problem } from "@/lib/http/problem";
import { apiOfferOf } from "@/lib/view/board/api-offer";

type Context = { params: Promise<{ id: string }> };

/** What managed APIs charge for one model, as a plan keeps it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  if (!model(id)) return problem(404, `The catalog has no model "${id}"`);
  return Response.json({
    offers: apiPrices()
      .filter((offer) => offer.model === id)
      .map(apiOfferOf),
  });
}

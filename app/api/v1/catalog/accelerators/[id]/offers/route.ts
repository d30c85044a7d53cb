import { sourcesOf } from "@/app/record-sources";
import { accelerator, earlierPricesOf, pricesOf } from "@/lib/catalog";
import { problem } from "@/lib/http/problem";

type Context = { params: Promise<{ id: string }> };

/** Every dated offer of one accelerator's hours, the choice that a plan's price is made from, what they cost before, and where each was read. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  if (!accelerator(id)) return problem(404, `The catalog has no accelerator "${id}"`);
  const [offers, earlier] = [pricesOf(id), earlierPricesOf(id)];
  return Response.json({ offers, earlier, sources: sourcesOf(offers, earlier) });
}

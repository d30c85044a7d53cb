import { accelerator, earlierPricesOf, pricesOf } from "@/lib/catalog";
import { problem } from "@/lib/http/problem";

type Context = { params: Promise<{ id: string }> };

/** Every dated offer of one accelerator's hours, the choice that a plan's price is made from, and what they cost before. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return accelerator(id)
    ? Response.json({ offers: pricesOf(id), earlier: earlierPricesOf(id) })
    : problem(404, `The catalog has no accelerator "${id}"`);
}

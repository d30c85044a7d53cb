import { accelerator, pricesOf } from "@/lib/catalog";
import { problem } from "@/lib/http/problem";

type Context = { params: Promise<{ id: string }> };

/** Every dated offer of one accelerator's hours: the choice that a plan's price is made from. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return accelerator(id)
    ? Response.json({ offers: pricesOf(id) })
    : problem(404, `The catalog has no accelerator "${id}"`);
}

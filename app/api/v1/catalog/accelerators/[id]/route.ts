import { sourcesOf } from "@/app/record-sources";
import { accelerator } from "@/lib/catalog";
import { catalogLookup } from "@/lib/catalog/lookup";
import { problem } from "@/lib/http/problem";

type Context = { params: Promise<{ id: string }> };

/** One accelerator, the offer a plan starts from, and the sources both name. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const record = accelerator(id);
  if (!record) return problem(404, `The catalog has no accelerator "${id}"`);
  const price = catalogLookup().price(id);
  return Response.json({ record, price, sources: sourcesOf(record, price) });
}

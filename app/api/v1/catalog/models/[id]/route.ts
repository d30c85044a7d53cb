import { sourcesOf } from "@/app/record-sources";
import { model } from "@/lib/catalog";
import { problem } from "@/lib/http/problem";

type Context = { params: Promise<{ id: string }> };

/** One model with the sources its record names. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const record = model(id);
  if (!record) return problem(404, `The catalog has no model "${id}"`);
  return Response.json({ record, sources: sourcesOf(record) });
}

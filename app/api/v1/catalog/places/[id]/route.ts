import { sourcesOf } from "@/app/record-sources";
import { place } from "@/lib/catalog";
import { problem } from "@/lib/http/problem";

type Context = { params: Promise<{ id: string }> };

/** One place ("germany", "aws%2Fus-east-1") with its electricity, PUE and carbon, and the sources they name. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const record = place(id);
  if (!record) return problem(404, `The catalog has no place "${id}"`);
  return Response.json({ record, sources: sourcesOf(record) });
}

import "server-only";
import { catalogVersion } from "@/lib/catalog";
import { isKnown } from "@/lib/http/conditions";

/** A list of the catalog, which changes with its version alone: who has that is told that nothing is new. */
export function listing(request: Request, value: () => object): Response {
  const version = catalogVersion();
  const headers = { "Cache-Control": "no-cache", ETag: `"${version}"` };
  if (isKnown(request, headers.ETag)) return new Response(null, { status: 304, headers });
  return Response.json({ catalogVersion: version, ...value() }, { headers });
}

/** A part of the question behind an address; null where it is not asked. */
export const askedFor = (request: Request, name: string): string | null =>
  new URL(request.url).searchParams.get(name);

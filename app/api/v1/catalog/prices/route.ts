import { priceList } from "@/app/service/catalog-lists";
import { accelerator } from "@/lib/catalog";
import { problem } from "@/lib/http/problem";
import { askedFor, listing } from "../listing";

/** Dated offers of accelerator-hours, each with its source; `?accelerator=` names the one that they are for. */
export function GET(request: Request): Response {
  const id = askedFor(request, "accelerator");
  if (id !== null && !accelerator(id))
    return problem(404, `The catalog has no accelerator "${id.slice(0, 80)}"`);
  return listing(request, () => ({ prices: priceList(id) }));
}

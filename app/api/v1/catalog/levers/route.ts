import { sourcesOf } from "@/app/record-sources";
import { levers } from "@/lib/catalog";

/** Techniques whose effect is published and not computed, with the sources that say so. */
export function GET(): Response {
  return Response.json({ levers: levers(), sources: sourcesOf(levers()) });
}

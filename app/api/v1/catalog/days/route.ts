import { sourcesOf } from "@/app/record-sources";
import { days } from "@/lib/catalog";

/** How requests are spread over a day, as published traces have it, with their sources. */
export function GET(): Response {
  return Response.json({ days: days(), sources: sourcesOf(days()) });
}

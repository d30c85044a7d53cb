import { catalog } from "@/lib/catalog";
import { marketWords } from "@/lib/catalog/snapshots/market-words";

/** What price lists call providers, parts, machines and regions: a browser reads a person's price file by it. */
export function GET(): Response {
  // Managed models have no place in a list of accelerator-hours.
  return Response.json({ ...marketWords(catalog()), apiProviders: [], apiNames: [], models: [] });
}

import { modelList } from "@/app/service/catalog-lists";
import { askedFor, listing } from "../listing";

/** Models by name; `?q=` looks for words in their names, aliases and developers. */
export const GET = (request: Request): Response =>
  listing(request, () => ({ models: modelList(askedFor(request, "q") ?? "") }));

import { acceleratorList } from "@/app/service/catalog-lists";
import { askedFor, listing } from "../listing";

/** Accelerators with the figures that they are chosen by; `?q=` looks for words in their names. */
export const GET = (request: Request): Response =>
  listing(request, () => ({ accelerators: acceleratorList(askedFor(request, "q") ?? "") }));

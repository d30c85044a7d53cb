import { places } from "@/lib/catalog";
import { listing } from "../listing";

/** Where machines can stand. */
export const GET = (request: Request): Response => listing(request, () => ({ places: places() }));

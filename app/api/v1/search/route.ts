import { respond } from "@/app/service/respond";

/** Searches the catalog for the cheapest ways to serve a scenario. */
export const POST = (request: Request): Promise<Response> => respond("search", request);

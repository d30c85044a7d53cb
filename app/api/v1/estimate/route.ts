import { respond } from "@/app/service/respond";

/** Estimates a scenario: the same engine and the same numbers as the planner's. */
export const POST = (request: Request): Promise<Response> => respond("estimate", request);

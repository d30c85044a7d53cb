import { respond } from "@/app/service/respond";

/** Simulates the requests of a scenario: the means and percentiles of its times. */
export const POST = (request: Request): Promise<Response> => respond("simulate", request);

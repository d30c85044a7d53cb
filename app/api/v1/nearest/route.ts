import { respond } from "@/app/service/respond";

/** For each option of a scenario, the nearest published measurements of TPOT, TTFT and throughput. */
export const POST = (request: Request): Promise<Response> => respond("nearest", request);

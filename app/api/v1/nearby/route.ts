import { respond } from "@/app/service/respond";

/** For each option of a scenario, published runs of its own deployment as measurements that a scenario may carry. */
export const POST = (request: Request): Promise<Response> => respond("nearby", request);

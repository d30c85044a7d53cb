import { respond } from "@/app/service/respond";

/** What each option of a scenario costs over its months. */
export const POST = (request: Request): Promise<Response> => respond("project", request);

import { openApiDocument } from "@/app/service/openapi";

/** The document of this API (OpenAPI 3.1). */
export const GET = (): Response =>
  Response.json(openApiDocument(), { headers: { "Cache-Control": "no-cache" } });

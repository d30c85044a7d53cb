import * as catalog from "@/lib/catalog";
import { ENGINE_VERSION } from "@/lib/engine";
import { listing } from "./listing";

/** What the catalog holds, and where each list of it is. */
export const GET = (request: Request): Response =>
  listing(request, () => ({
    engineVersion: ENGINE_VERSION,
    lists: [
      { url: "/api/v1/catalog/accelerators", records: catalog.accelerators().length },
      { url: "/api/v1/catalog/models", records: catalog.models().length },
      { url: "/api/v1/catalog/formats", records: catalog.formats().length },
      { url: "/api/v1/catalog/prices", records: catalog.prices().length },
      { url: "/api/v1/catalog/places", records: catalog.places().length },
    ],
  }));

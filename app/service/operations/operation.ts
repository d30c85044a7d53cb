import type * as z from "zod";

type Method = "get" | "post" | "put" | "patch" | "delete";

/** A header that a request must or may bring. */
type HeaderName = "Authorization" | "If-Match" | "Idempotency-Key" | "If-None-Match";

/** One thing that the API does: everything that its document says of it. */
export interface Operation {
  readonly method: Method;
  /** As the document writes it: /api/v1/scenarios/{viewId} */
  readonly path: string;
  readonly tag: "Estimates" | "Catalog" | "Scenarios" | "Service";
  readonly summary: string;
  readonly body?: z.ZodType;
  /** A body that is answered as it is. */
  readonly example?: object;
  /** The media type of the body where it is not JSON. */
  readonly bodyType?: string;
  readonly query?: z.ZodObject;
  readonly headers?: Partial<Record<HeaderName, "required" | "optional">>;
  readonly answer: {
    readonly status: number;
    readonly schema?: z.ZodType;
    readonly types?: readonly string[];
  };
  /** Statuses of refusals, apart from those that every operation may answer. */
  readonly refusals: readonly number[];
}

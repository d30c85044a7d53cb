import * as z from "zod";
import { catalogOperations } from "./catalog";
import { estimateOperations } from "./estimates";
import type { Operation } from "./operation";
import { scenarioOperations } from "./scenarios";

export type { Operation } from "./operation";

/** Every operation of the API, in the order of its document. A test holds it to the routes that there are. */
export const OPERATIONS: readonly Operation[] = [
  ...estimateOperations,
  ...catalogOperations,
  ...scenarioOperations,
  {
    method: "get",
    path: "/api/v1/openapi.json",
    tag: "Service",
    summary: "This document",
    answer: { status: 200, schema: z.looseObject({ openapi: z.string() }) },
    refusals: [],
  },
];

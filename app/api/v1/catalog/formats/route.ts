import { formats } from "@/lib/catalog";
import { listing } from "../listing";

/** Number formats that weights and the KV cache may be stored in. */
export const GET = (request: Request): Response => listing(request, () => ({ formats: formats() }));

import { studies } from "@/app/claims/studies";

/** The services that articles tell of, as plans to start from. */
export function GET(): Response {
  return Response.json({ studies: studies() });
}

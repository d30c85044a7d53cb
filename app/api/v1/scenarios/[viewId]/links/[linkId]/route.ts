import { revokeLink } from "@/lib/db/links";
import { changing, editKeyOf, PRIVATE } from "../../../refusals";

type Context = { params: Promise<{ viewId: string; linkId: string }> };

/** Revokes a link for good; the plan's own id is a link too. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const { viewId, linkId } = await params;
  return changing(async () => {
    await revokeLink(viewId, editKeyOf(request), linkId);
    return new Response(null, { status: 204, headers: PRIVATE });
  });
}

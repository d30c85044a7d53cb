import { restoreScenario } from "@/lib/db/lifetime";
import { versionTag } from "@/lib/http/conditions";
import { changing, editKeyOf, PRIVATE } from "../../refusals";

type Context = { params: Promise<{ viewId: string }> };

/** Brings a deleted plan back, within seven days. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { viewId } = await params;
  return changing(async () => {
    const version = await restoreScenario(viewId, editKeyOf(request));
    const headers = { ...PRIVATE, ETag: versionTag(version) };
    return Response.json({ viewId, version, url: `/s/${viewId}` }, { headers });
  });
}

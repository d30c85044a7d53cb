import { listVersions } from "@/lib/db/versions";
import { noSuchPlan, PRIVATE, reading } from "../../refusals";

type Context = { params: Promise<{ viewId: string }> };

/** The versions of a saved plan, the latest first, without their content. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { viewId } = await params;
  return reading(async () => {
    const versions = await listVersions(viewId);
    return versions ? Response.json({ viewId, versions }, { headers: PRIVATE }) : noSuchPlan();
  });
}

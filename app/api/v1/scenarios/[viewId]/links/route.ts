import { addLink, listLinks } from "@/lib/db/links";
import { readFields } from "@/lib/http/read-fields";
import { fieldErrors } from "@/lib/scenario/field-error";
import { changing, editKeyOf, PRIVATE } from "../../refusals";
import { linkSchema } from "../../schemas";

type Context = { params: Promise<{ viewId: string }> };

/** The links to a plan, its own first, revoked ones included. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { viewId } = await params;
  return changing(async () => {
    const links = await listLinks(viewId, editKeyOf(request));
    return Response.json({ viewId, links }, { headers: PRIVATE });
  });
}

/** Makes a further link, which can be revoked without the others. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { viewId } = await params;
  const read = await readFields(request, linkSchema, fieldErrors);
  if (!read.ok) return read.refusal;
  const { name, expiresInDays } = read.value;
  const expiresAt = expiresInDays === undefined ? null : new Date(Date.now() + expiresInDays * 86_400_000);
  return changing(async () => {
    const link = await addLink(viewId, editKeyOf(request), { name, expiresAt });
    const headers = { ...PRIVATE, Location: `/api/v1/scenarios/${viewId}/links/${link.linkId}` };
    return Response.json({ ...link, url: `/s/${link.linkId}` }, { status: 201, headers });
  }, "second");
}

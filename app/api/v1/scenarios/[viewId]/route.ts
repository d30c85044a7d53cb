import { deleteScenario, setSettings } from "@/lib/db/lifetime";
import { readScenario } from "@/lib/db/scenarios";
import { appendVersion } from "@/lib/db/versions";
import { isKnown, versionTag } from "@/lib/http/conditions";
import { readFields } from "@/lib/http/read-fields";
import { fieldErrors } from "@/lib/scenario/field-error";
import { bodyVersion } from "../body-version";
import { changing, editKeyOf, expectedVersion, noSuchPlan, PRIVATE, reading } from "../refusals";
import { settingsSchema } from "../schemas";

type Context = { params: Promise<{ viewId: string }> };

/** The latest version of a saved plan, with its numbers as they were saved. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { viewId } = await params;
  return reading(async () => {
    const saved = await readScenario(viewId);
    if (!saved) return noSuchPlan();
    const headers = { ...PRIVATE, ETag: versionTag(saved.version) };
    if (isKnown(request, headers.ETag)) return new Response(null, { status: 304, headers });
    const { embedOrigins: _ofItsHolder, ...shown } = saved;
    return Response.json(shown, { headers });
  });
}

/** Adds a version to a plan, made from the version that If-Match names; the server computes its numbers. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const { viewId } = await params;
  const expected = expectedVersion(request);
  if (expected instanceof Response) return expected;
  const read = await bodyVersion(request);
  if (!read.ok) return read.response;
  return changing(async () => {
    const version = await appendVersion(viewId, editKeyOf(request), expected, read.version);
    const headers = { ...PRIVATE, ETag: versionTag(version) };
    return Response.json({ viewId, version, url: `/s/${viewId}` }, { headers });
  });
}

/** Sets in how many days the plan expires, and whose pages may show it in a frame. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  const { viewId } = await params;
  const read = await readFields(request, settingsSchema, fieldErrors);
  if (!read.ok) return read.refusal;
  const { expiresInDays, embedOrigins } = read.value;
  return changing(async () => {
    const settings = await setSettings(viewId, editKeyOf(request), {
      ...(expiresInDays === undefined
        ? {}
        : { expiresAt: new Date(Date.now() + expiresInDays * 86_400_000) }),
      ...(embedOrigins === undefined ? {} : { embedOrigins }),
    });
    return Response.json({ viewId, ...settings }, { headers: PRIVATE });
  });
}

/** Deletes a plan, seen at the version that If-Match names; it can be restored for seven days. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const { viewId } = await params;
  const expected = expectedVersion(request);
  if (expected instanceof Response) return expected;
  return changing(async () => {
    const restorableUntil = await deleteScenario(viewId, editKeyOf(request), expected);
    return Response.json({ viewId, restorableUntil }, { headers: PRIVATE });
  });
}

import { MEDIA_TYPES } from "@/app/service/export-file";
import { inThread } from "@/app/service/in-thread";
import { exportQuery } from "@/app/service/request-schemas";
import { refused } from "@/app/service/respond";
import { takeWork } from "@/app/service/shares";
import { readJsonBody } from "@/lib/http/read-json-body";
import { fieldErrors } from "@/lib/scenario/field-error";

/** A scenario's file, as the page exports it: a workbook, CSV in one of three profiles, or JSON. */
export async function POST(request: Request): Promise<Response> {
  const query = exportQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams), {
    reportInput: true,
  });
  if (!query.success)
    return refused({
      status: 422,
      title: "The request is not valid",
      errors: fieldErrors(query.error.issues),
    });
  const none = await takeWork(request, "export");
  if (none) return refused(none);
  const body = await readJsonBody(request);
  if (!body.ok) return body.refusal;
  const { format, profile } = query.data;
  const outcome = await inThread("export", { scenario: body.value, format, profile }, request.signal);
  if (!outcome.ok) return refused(outcome.refusal);
  const { name, content } = outcome.value;
  return new Response(content as BodyInit, {
    headers: {
      "Cache-Control": "no-store",
      "Content-Type": MEDIA_TYPES[format],
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}

import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { assistantServer } from "@/app/service/assistant-tools";
import { readJsonBody } from "@/lib/http/read-json-body";

/** The planner for assistants (Model Context Protocol, streamable HTTP): every request stands by itself. */
export async function POST(request: Request): Promise<Response> {
  // Read here, so that it is counted and bounded as every other body is.
  const body = await readJsonBody(request);
  if (!body.ok) return body.refusal;
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  const server = assistantServer(request);
  await server.connect(transport);
  const answer = await transport.handleRequest(request, { parsedBody: body.value });
  answer.headers.set("Cache-Control", "no-store");
  return answer;
}

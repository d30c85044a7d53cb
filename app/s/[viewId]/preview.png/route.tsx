import { ImageResponse } from "next/og";
import { noSuchPlan, reading } from "@/app/api/v1/scenarios/refusals";
import { previewText } from "@/app/preview-text";
import { readScenario, type SavedScenario } from "@/lib/db/scenarios";
import { answerOf } from "@/lib/view/board/answer";
import { boardOf } from "@/lib/view/board/board";
import { readSaved } from "@/lib/view/saved/read-saved";
import { PREVIEW_SIZE } from "../preview";

/** Lines under the answer: the cheapest others. */
const OTHERS = 4;

type Context = { params: Promise<{ viewId: string }> };

/** What a link to a saved plan looks like where it is pasted. Its font comes with the program; nothing is fetched. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { viewId } = await params;
  return reading(async () => {
    const saved = await readScenario(viewId);
    return saved ? imageOf(saved) : noSuchPlan();
  });
}

function imageOf(saved: SavedScenario): Response {
  const read = readSaved(saved);
  const { headline, lines } = read.ok ? wordsOf(read.estimate) : { headline: "Saved figures", lines: [] };
  return new ImageResponse(
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        width: "100%",
        height: "100%",
        padding: 64,
        backgroundColor: "#ffffff",
        color: "#1a1c1f",
      }}
    >
      <div style={{ display: "flex", flexDirection: "column" }}>
        <div style={{ fontSize: 32, color: "#5b616b" }}>{previewText(saved.name || "Untitled plan", 70)}</div>
        <div style={{ fontSize: 60, marginTop: 24, lineHeight: 1.2 }}>{previewText(headline, 110)}</div>
      </div>
      <div style={{ display: "flex", flexDirection: "column", fontSize: 32 }}>
        {lines.map((line) => (
          <div key={line} style={{ display: "flex", marginTop: 8 }}>
            {previewText(line, 80)}
          </div>
        ))}
      </div>
      <div style={{ display: "flex", fontSize: 26, color: "#5b616b" }}>
        {`Inference planner · saved ${saved.createdAt.toISOString().slice(0, 10)}`}
      </div>
    </div>,
    { ...PREVIEW_SIZE, headers: { "Cache-Control": "no-store" } },
  );
}

function wordsOf(estimate: Parameters<typeof boardOf>[0]): { headline: string; lines: string[] } {
  const answer = answerOf(estimate, boardOf(estimate));
  if (answer.kind === "none") return { headline: answer.says, lines: answer.because ? [answer.because] : [] };
  const { name, says, month, token, others } = answer;
  const cost = month === null ? token.text : `$${month.replace(/^\$/, "")} a month, ${token.text}`;
  return { headline: `${name} ${says}: ${cost}`, lines: others.slice(0, OTHERS) };
}

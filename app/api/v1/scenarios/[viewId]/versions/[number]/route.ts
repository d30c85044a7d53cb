import { readScenario } from "@/lib/db/scenarios";
import { noSuchPlan, PRIVATE, reading } from "../../../refusals";

type Context = { params: Promise<{ viewId: string; number: string }> };

/** One version of a saved plan, with its numbers as they were saved. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { viewId, number } = await params;
  return reading(async () => {
    const saved = /^[1-9]\d{0,9}$/.test(number) ? await readScenario(viewId, Number(number)) : null;
    return saved ? Response.json(saved, { headers: PRIVATE }) : noSuchPlan();
  });
}

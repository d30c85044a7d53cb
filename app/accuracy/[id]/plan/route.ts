import { questionOf } from "@/lib/accuracy/question";
import { planAddress } from "@/lib/view/plan-address";
import { calibrationRows, names, validationRows } from "../../measured";

/** Leads to the planner with the deployment that a measurement ran. */
export async function GET(_: Request, { params }: RouteContext<"/accuracy/[id]/plan">) {
  const { id } = await params;
  const row = [...validationRows(), ...calibrationRows()].find((candidate) => candidate.id === id);
  const question = row && questionOf(row, names);
  if (!question?.ok) return new Response("There is no such measurement to plan.\n", { status: 404 });
  return new Response(null, { status: 307, headers: { Location: planAddress(question.scenario) } });
}

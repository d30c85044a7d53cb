import "server-only";
import { type Share, take } from "@/lib/db/client-counts";
import { CLIENT_HEADER } from "@/lib/http/door/client.mjs";
import { tooMany } from "@/lib/http/door/client-limit.mjs";
import type { Refusal } from "./outcome";
import type { TaskName } from "./tasks";

/** Half as much again as the promised load of saves. */
const SAVES: Share = { name: "saves", points: 300, seconds: 10 };
/** Of what takes long, a point is some fifty milliseconds of processor time: half of a core for a minute. */
const WORK: Share = { name: "work", points: 600, seconds: 60 };

/** Points that a task takes of a client's share of work; what takes a few milliseconds takes none. */
const POINTS: Partial<Record<TaskName, number>> = {
  search: 40,
  simulate: 10,
  project: 4,
  export: 4,
  nearest: 2,
  nearby: 2,
};

/** Scenarios of a batch for a point. */
const PER_POINT = 10;

const factor = (): number => Number(process.env.RATE_LIMIT || 1);

async function taken(share: Share, request: Request, cost: number): Promise<Refusal | null> {
  const widened = { ...share, points: share.points * factor() };
  if (cost === 0 || widened.points === 0) return null;
  // Without the door, as in the development server, all are one client.
  const client = request.headers.get(CLIENT_HEADER) ?? "anyone";
  const waitMs = await take(widened, client, cost);
  return waitMs === null ? null : tooMany(waitMs);
}

/** Takes a task from its client's share of work, or says that there is none left. */
export const takeWork = (request: Request, name: TaskName): Promise<Refusal | null> =>
  taken(WORK, request, POINTS[name] ?? 0);

/** The same for a batch of so many scenarios. */
export const takeBatch = (request: Request, scenarios: number): Promise<Refusal | null> =>
  taken(WORK, request, Math.ceil(scenarios / PER_POINT));

/** Takes a save from its client's share, or says that there is none left. */
export const takeSave = (request: Request): Promise<Refusal | null> => taken(SAVES, request, 1);

import { Socket } from "node:net";
import pg from "pg";

const TICK_MS = 100;
/** Ticks without a byte from the server after which it is away: a second. */
const SILENT_TICKS = 10;
/** Ticks that the whole may take: what is slower answers nobody within the deadline. */
const MOST_TICKS = 25;

/**
 * PostgreSQL's states by which a server says that nobody can be served: a connection that failed (08), and one that
 * stops, has crashed or still starts (57P). Anything else that a server says – too many connections (53), a wrong
 * password (28), no such database (3D) – it says at once, while the connections that are open go on.
 */
const AWAY_STATES = /^(08|57P)/;

/** Longest time in ms until a probe has failed that finds a server silent. */
export const SILENCE_MS = SILENT_TICKS * TICK_MS;

/**
 * Asks a server for nothing, over a connection of its own: pools may be full, and their connections dead.
 *
 * Time is counted in ticks of a timer, between two of which Node reads what has arrived: a process that is too busy to
 * look does not take its own delay for the server's.
 * @throws when the server is away: it refuses the connection, says that it stops or starts, or is silent for a second
 */
export async function probe(url: string, tickMs = TICK_MS): Promise<void> {
  const socket = new Socket();
  const client = new pg.Client({
    connectionString: url,
    application_name: "inference-planner",
    stream: () => socket,
  });
  // Whatever else happens to it concerns nobody.
  client.on("error", () => {});
  const asked = client.connect().then(() => client.query("SELECT 1"));
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    let [ticks, quiet, bytes] = [0, 0, 0];
    timer = setInterval(() => {
      quiet = socket.bytesRead === bytes ? quiet + 1 : 0;
      bytes = socket.bytesRead;
      ticks++;
      if (quiet >= SILENT_TICKS) reject(new Error(`no word from it in ${SILENCE_MS} ms`));
      else if (ticks >= MOST_TICKS) reject(new Error(`no answer in ${MOST_TICKS * TICK_MS} ms`));
    }, tickMs);
  });
  try {
    await Promise.race([asked, silent]);
    client.end().catch(() => {});
  } catch (error) {
    socket.destroy();
    const state = error instanceof pg.DatabaseError ? (error.code ?? "") : undefined;
    if (state === undefined || AWAY_STATES.test(state)) throw error;
  } finally {
    clearInterval(timer);
  }
}

import { DatabaseLost } from "./errors";

/**
 * PostgreSQL's error classes that speak of the server's state and not of the query: connection (08),
 * authorisation (28), a transaction ended for idling (25P03), an unknown database (3D), resources (53),
 * a lock not got in time (55P03), an operator or a timeout stepping in (57), the system (58).
 */
const OUTAGE_STATES = /^(08|28|3D|53|57|58)|^(25P03|55P03)$/;

/** Prisma's codes for no connection, no answer in time, and a transaction that could not begin in time. */
const OUTAGE_PRISMA = /^(P1\d{3}|P2024|P2028)$/;

const OUTAGE_SYSTEM =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** The pg driver's own failures carry no code. */
const OUTAGE_DRIVER =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Query read timeout|Client (was|has))/;

/** What the driver adapter turns such errors into. */
const OUTAGE_KIND =
  /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TlsConnectionError|TooManyConnections|AuthenticationFailed|DatabaseAccessDenied|DatabaseDoesNotExist)$/;

/** Whether an error means that the database cannot answer now, and not that the program asked wrongly. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseLost) return true;
  if (error instanceof AggregateError) return error.errors.some(isOutage);
  if (OUTAGE_DRIVER.test(error.message)) return true;
  if ("syscall" in error && error.syscall === "connect") return true;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if ([OUTAGE_STATES, OUTAGE_PRISMA, OUTAGE_SYSTEM].some((codes) => codes.test(code))) return true;
  const { kind, state } = adapterCause(error);
  return OUTAGE_KIND.test(kind) || OUTAGE_STATES.test(state) || isOutage(error.cause);
}

/** PostgreSQL's states, and Prisma's code, for transactions that got in each other's way: doing it again helps. */
const RACED_STATES = /^(40001|40P01)$/;
const RACED_PRISMA = "P2034";

/** Whether a transaction was ended because of another one, so that nothing of it is left. */
export function isRaced(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === RACED_PRISMA) || RACED_STATES.test(adapterCause(error).state);
}

/** Where the driver adapter puts its own kind of an error and PostgreSQL's state, inside Prisma's error. */
function adapterCause(error: Error): { kind: string; state: string } {
  const meta =
    "meta" in error ? (error.meta as { driverAdapterError?: { cause?: object } } | undefined) : null;
  const cause: { kind?: unknown; code?: unknown; originalCode?: unknown } =
    meta?.driverAdapterError?.cause ?? (error.cause instanceof Error ? {} : (error.cause ?? {}));
  return { kind: String(cause.kind ?? ""), state: String(cause.originalCode ?? cause.code ?? "") };
}

import { databaseLocation } from "../../lib/db/location.mjs";

/** What a variable of the environment must be; `read` throws with a sentence that says what it must be instead. */
const wholeNumber =
  (/** @type {string} */ name, /** @type {number} */ most, least = 1) =>
  (/** @type {string} */ text) => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  };
const oneOf =
  (/** @type {string} */ name, /** @type {string[]} */ choices) => (/** @type {string} */ text) => {
    if (choices.includes(text)) return text;
    throw new Error(`${name} must be one of ${choices.join(", ")}, not "${text}".`);
  };
const text = (/** @type {string} */ value) => value;
const address = (/** @type {string} */ name) => (/** @type {string} */ value) => {
  if (/^https?:\/\//.test(value) && URL.canParse(value)) return value;
  throw new Error(`${name} must be an address such as https://planner.example.com, not "${value}".`);
};
const LEVELS = ["silent", "error", "warn", "info"];

/** Every variable that the server reads, its default in words, and what it is for. */
export const VARIABLES = [
  {
    name: "PORT",
    default: "3000, or the next free one up to 3099",
    help: "port to serve on; must be free",
    read: wholeNumber("PORT", 65_535),
  },
  { name: "HOST", default: "all", help: "address to listen on", read: text },
  { name: "DATA_DIR", default: ".data", help: "folder of the embedded database", read: text },
  {
    name: "DATABASE_URL",
    default: "none",
    help: "a PostgreSQL server instead of the embedded database",
    read: text,
  },
  {
    name: "DATABASE_POOL_SIZE",
    default: "10",
    help: "connections to that server",
    read: wholeNumber("DATABASE_POOL_SIZE", 500),
  },
  {
    name: "PUBLIC_URL",
    default: "none",
    help: "address under which people reach the server: links to saved plans then have a preview image",
    read: address("PUBLIC_URL"),
  },
  {
    name: "COMPUTE_THREADS",
    default: "2, or as many as there are cores up to 4",
    help: "threads that compute what the API is asked; 0 computes on the thread that serves",
    read: wholeNumber("COMPUTE_THREADS", 64, 0),
  },
  {
    name: "RATE_LIMIT",
    default: "1",
    help: "how many times the usual share each client may have of the API; 0 lifts the limit",
    read: wholeNumber("RATE_LIMIT", 1000, 0),
  },
  {
    name: "TRUSTED_PROXIES",
    default: "0",
    help: "proxies of your own in front, whose X-Forwarded-For is taken for who asks",
    read: wholeNumber("TRUSTED_PROXIES", 10, 0),
  },
  {
    name: "METRICS_PORT",
    default: "none",
    help: "port for Prometheus metrics, apart from the pages",
    read: wholeNumber("METRICS_PORT", 65_535),
  },
  { name: "METRICS_HOST", default: "127.0.0.1", help: "address that the metrics listen on", read: text },
  {
    name: "LOG_LEVEL",
    default: "warn",
    help: `what is logged as JSON: ${LEVELS.join(", ")} (every request)`,
    read: oneOf("LOG_LEVEL", LEVELS),
  },
];

/**
 * Checks every variable at once, before anything is begun with them.
 * @param {Record<string, string | undefined>} environment @returns {string[]} what is wrong, a line each
 */
export function faultsOf(environment) {
  const faults = VARIABLES.flatMap(({ name, read }) => {
    const value = environment[name];
    if (value === undefined || value === "") return [];
    return faultOf(() => read(value));
  });
  const [port, metrics] = [environment.PORT || "3000", environment.METRICS_PORT];
  if (metrics && metrics === port) faults.push("METRICS_PORT must be another port than PORT.");
  const database = faultOf(() => databaseLocation(environment)).filter((fault) => !faults.includes(fault));
  return [...faults, ...database];
}

/** @param {() => unknown} read @returns {string[]} */
function faultOf(read) {
  try {
    read();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

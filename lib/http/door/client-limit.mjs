/** Requests of one client in so many seconds: twice what the promised load of estimates is, for as long. */
export const REQUESTS = { points: 2_000, seconds: 10 };

/** What is counted: the API and its like. Pages and their files are not. */
const COUNTED = /^\/(api\/|mcp(\?|$))/;

/**
 * Counts what each client asks of the API, in this process's memory: an answer costs little, and counting elsewhere
 * would cost more than the answer. `factor` widens the limit; 0 lifts it.
 * @param {number} factor
 * @returns {Promise<(url: string, client: string) => Promise<import("./refusal.mjs").Refusal | null>>}
 */
export async function clientLimit(factor) {
  if (factor === 0) return async () => null;
  // Not before the packages are installed.
  const { RateLimiterMemory } = await import("rate-limiter-flexible");
  const limiter = new RateLimiterMemory({ points: REQUESTS.points * factor, duration: REQUESTS.seconds });
  return async (url, client) => {
    if (!COUNTED.test(url)) return null;
    try {
      await limiter.consume(client);
      return null;
    } catch (refused) {
      return tooMany(/** @type {{ msBeforeNext: number }} */ (refused).msBeforeNext);
    }
  };
}

/** The refusal of one request too many, and when the next is taken. @param {number} waitMs */
export const tooMany = (waitMs) => ({
  status: 429,
  title: "Too many requests",
  detail: "Nothing was done. This client has asked for more than its share.",
  headers: { "Retry-After": String(Math.max(1, Math.ceil(waitMs / 1000))) },
});

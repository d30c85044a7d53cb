/** Next calls this once in every server process, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { watchLocales } = await import("@/app/service/request-locale");
  watchLocales();
  const { openDatabaseAtStart } = await import("@/lib/db/open-at-start");
  openDatabaseAtStart();
  const { purgeDaily } = await import("@/lib/db/purge-daily");
  purgeDaily();
  const { startThreads } = await import("@/app/service/in-thread");
  startThreads();
}

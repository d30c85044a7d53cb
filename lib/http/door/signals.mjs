import { constants } from "node:os";

/** A terminal and npm both pass one Ctrl-C on, so two signals this close in ms are one. */
const SAME_PRESS_MS = 500;

/**
 * Ends the process in good order on the first SIGTERM or SIGINT, with code 0, or 1 when that was not whole; at once on
 * a second one.
 * @param {() => Promise<boolean>} stop true when nothing was broken off
 */
export function endOnSignal(stop) {
  let first = 0;
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"])) {
    process.on(signal, async () => {
      if (first && Date.now() - first < SAME_PRESS_MS) return;
      if (first) process.exit(128 + constants.signals[signal]);
      first = Date.now();
      const whole = await stop().catch((error) => console.error(error));
      process.exit(whole ? 0 : 1);
    });
  }
}

import { Server } from "node:net";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";

/**
 * The closing of a port so that nobody who has reached it is turned away: whom the system has let in and the server has
 * not yet taken is reset when the port closes. Requests that come meanwhile are held, not answered: who asks one thing
 * after another then waits for an answer instead of coming again, so that a moment comes in which nobody is at the door.
 */
export class LastCall {
  begun = false;
  #arrived;
  #limit;
  #open = () => {};
  /** @type {Promise<void>} */
  #closed = new Promise((resolve) => {
    this.#open = resolve;
  });

  /**
   * @param {() => number} arrived connections and requests that have come so far
   * @param {{ lull: number, lastCall: number }} limit times in ms: nobody comes for so long, and it is waited for so long;
   * where arrivals never cease, the port closes in the first moment in which none is waiting
   */
  constructor(arrived, limit) {
    this.#arrived = arrived;
    this.#limit = limit;
  }

  /** Holds a request that comes during the last call until the port is closed. @returns {Promise<void>} */
  async hold() {
    if (this.begun) await this.#closed;
  }

  /** Closes the port. @param {import("node:http").Server} server @returns {Promise<void>} when no connection is left */
  async make(server) {
    this.begun = true;
    const end = performance.now() + this.#limit.lastCall;
    for (let seen = -1; seen !== this.#arrived() && performance.now() < end; ) {
      seen = this.#arrived();
      await wait(this.#limit.lull);
    }
    // By tries as well as by time: a loop that was held up longer has not looked once who is there.
    const last = end + this.#limit.lastCall;
    for (let tried = 0; tried < LEAST_TRIED || performance.now() < last; tried++) {
      const from = performance.now();
      if ((await nobodyWaits(this.#arrived)) && performance.now() - from < MOMENT_MS) break;
    }
    // In the very turn that saw nobody, and the port alone: kept connections may bring a request yet.
    const closed = new Promise((resolve) => Server.prototype.close.call(server, resolve));
    this.#open();
    await closed;
  }
}

/** More than may wait at a port: the system keeps 511. */
const LEAST_TRIED = 2_000;

/** Turns that took longer did other work after they had looked who is there, or another program had the processor. */
const MOMENT_MS = 0.05;

/** The loop accepts one connection a turn, and a request is read a turn or two after its connection was accepted. */
const EMPTY_TURNS = 3;

/** Whether so many turns of the event loop pass in which nobody comes. @param {() => number} arrived */
export async function nobodyWaits(arrived) {
  const before = arrived();
  for (let turns = 0; turns < EMPTY_TURNS; turns++) {
    await turn();
    if (arrived() !== before) return false;
  }
  return true;
}

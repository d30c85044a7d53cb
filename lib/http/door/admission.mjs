import { nobodyWaits } from "./last-call.mjs";

/**
 * Lets requests begin one after another, each once the event loop has turned a few times without a new one. The loop accepts one
 * connection a turn: work that began at once would leave the rest waiting unseen, for a minute under five times the
 * load, where no count shows them.
 */
export class Admission {
  /** @type {{ since: number, begin: () => void }[]} */
  #waiting = [];
  #running = false;
  /** Connections and requests that have come so far. */
  arrived = 0;

  /**
   * @param {{ queue: number, wait: number }} limit so many may wait however long; more only while none waits longer (ms)
   * @param {() => Promise<void>} hold resolves when work may begin
   */
  constructor(limit, hold) {
    this.limit = limit;
    this.hold = hold;
  }

  /** Takes note of a connection or a request that came. */
  notice() {
    this.arrived++;
  }

  /** Requests that have not begun. */
  get waiting() {
    return this.#waiting.length;
  }

  /** Whether one request more is one too many. */
  isFull() {
    const [first] = this.#waiting;
    if (first === undefined || this.#waiting.length < this.limit.queue) return false;
    return performance.now() - first.since > this.limit.wait;
  }

  /** Resolves when the request may begin. @returns {Promise<void>} */
  turn() {
    return new Promise((begin) => {
      this.#waiting.push({ since: performance.now(), begin });
      if (!this.#running) this.#run();
    });
  }

  async #run() {
    this.#running = true;
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      await this.hold();
      for (let tried = 0; tried < MOST_TRIED && !(await nobodyWaits(() => this.arrived)); tried++);
      this.#waiting.shift();
      next.begin();
    }
    this.#running = false;
  }
}

/** Work goes on under arrivals without a pause too. */
const MOST_TRIED = 200;

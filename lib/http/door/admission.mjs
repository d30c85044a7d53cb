/**
 * Lets requests begin one after another, each once the event loop has turned a few times without a new one. The loop accepts one
 * connection a turn: work that began at once would leave the rest waiting unseen, for a minute under five times the
 * load, where no count shows them.
 */
export class Admission {
  /** @type {{ since: number, begin: () => void }[]} */
  #waiting = [];
  #running = false;
  #arrived = 0;

  /** @param {{ queue: number, wait: number }} limit so many may wait however long; more only while none waits longer (ms) */
  constructor(limit) {
    this.limit = limit;
  }

  /** Takes note of a connection or a request that came. */
  notice() {
    this.#arrived++;
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
      for (let quiet = 0, turns = 0; quiet < QUIET_TURNS && turns < MOST_TURNS; turns++) {
        const seen = this.#arrived;
        await new Promise((resolve) => setImmediate(resolve));
        quiet = seen === this.#arrived ? quiet + 1 : 0;
      }
      this.#waiting.shift();
      next.begin();
    }
    this.#running = false;
  }
}

/** A request is read a turn or two after its connection was accepted. */
const QUIET_TURNS = 3;

/** Work goes on under arrivals without a pause too. */
const MOST_TURNS = 200;

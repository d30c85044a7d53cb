/**
 * The connections of a server, and which of them nobody uses. Node's own count takes an answer for given once its last
 * byte was handed over, though a slow reader has most of it still to come.
 */
export class Connections {
  /** For each: answers under way, and how many bytes had been read when none was left.
   * @type {Map<import("node:net").Socket, { answers: number, read: number }>} */
  #open = new Map();

  get size() {
    return this.#open.size;
  }

  /** @param {import("node:net").Socket} socket one that was just accepted */
  add(socket) {
    this.#open.set(socket, { answers: 0, read: 0 });
    socket.once("close", () => this.#open.delete(socket));
  }

  /** @param {import("node:net").Socket} socket @param {import("node:http").ServerResponse} response begun on it */
  use(socket, response) {
    const state = this.#open.get(socket);
    if (!state) return;
    state.answers++;
    response.once("close", () => {
      state.answers--;
      state.read = socket.bytesRead;
    });
  }

  /** Ends those that are kept for another request, and with `fresh` those that have not brought any yet. */
  closeUnused({ fresh = false } = {}) {
    for (const [socket, { answers, read }] of this.#open)
      if (answers === 0 && read === socket.bytesRead && (fresh || read > 0)) socket.destroy();
  }
}

/**
 * The connections of a server, and which of them nobody uses. Node's own count takes an answer for given once its last
 * byte was handed over, though a slow reader has most of it still to come.
 */
export class Connections {
  /** For each: answers under way, how many bytes had been read when none was left, the last request, and since when no
   * byte of it has come.
   * @type {Map<import("node:net").Socket, { answers: number, read: number, request?: import("node:http").IncomingMessage,
   *   seen: number, since: number }>} */
  #open = new Map();

  get size() {
    return this.#open.size;
  }

  /** @param {import("node:net").Socket} socket one that was just accepted */
  add(socket) {
    this.#open.set(socket, { answers: 0, read: 0, seen: 0, since: 0 });
    socket.once("close", () => this.#open.delete(socket));
  }

  /** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response to it */
  use(request, response) {
    const { socket } = request;
    const state = this.#open.get(socket);
    if (!state) return;
    state.answers++;
    state.request = request;
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

  /** Ends those whose request is half sent and has stood still for so long, of ms; to be called again and again. */
  closeStalled(/** @type {number} */ patience) {
    const now = performance.now();
    for (const [socket, state] of this.#open) {
      // What has come and nobody has read yet stands still because of us.
      if (state.answers === 0 || state.request?.complete || state.request?.readableLength) continue;
      if (state.seen !== socket.bytesRead) Object.assign(state, { seen: socket.bytesRead, since: now });
      else if (now - state.since >= patience) socket.destroy();
    }
  }
}

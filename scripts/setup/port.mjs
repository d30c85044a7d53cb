import { createServer } from "node:net";

/**
 * The port to serve on: PORT when it is set, which must then be free; else 3000 or the next free one.
 * @param {string | undefined} wanted the environment's PORT
 * @param {string | undefined} host the address to listen on; all of them when not set
 * @returns {Promise<number>} @throws when PORT is not a port or is taken
 */
export async function choosePort(wanted, host) {
  if (wanted) {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw new Error(`PORT must be a whole number from 1 to 65535, not "${wanted}".`);
    }
    if (await isFree(port, host)) return port;
    throw new Error(`Port ${port} is taken by another program. Set PORT to a free one.`);
  }
  for (let port = 3000; port < 3100; port++) {
    if (await isFree(port, host)) return port;
  }
  throw new Error("No port from 3000 to 3099 is free. Set PORT to a free one.");
}

/** @returns {Promise<number>} a port that nothing listens on now */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {number} port @param {string | undefined} host @returns {Promise<boolean>} */
function isFree(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === "EADDRINUSE" || error.code === "EACCES" ? resolve(false) : reject(error),
    );
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

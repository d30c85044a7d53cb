import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A stretch of wire to the PostgreSQL server that can be cut, made slow or to hang, and joined again. */
export class Wire {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly target: URL;
  private port = 0;
  private silent = false;
  /** How late each answer comes, in ms. */
  delayMs = 0;
  /** A request that holds these bytes gets through; its answer, and all that follows, does not. */
  swallowAnswerTo: string | undefined;

  /** @param server address of the server, as TEST_DATABASE_URL has it */
  constructor(server: string) {
    this.target = new URL(server);
  }

  /** The same database, reached over this wire. */
  get url(): string {
    const url = new URL(this.target);
    url.host = `127.0.0.1:${this.port}`;
    return url.href;
  }

  async join(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(Number(this.target.port || 5432), this.target.hostname);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        if (this.silent) socket.pause();
        socket.on("error", () => socket.destroy());
        socket.on("close", () => {
          this.sockets.delete(socket);
          (socket === near ? far : near).destroy();
        });
      }
      let silent = false;
      near.on("data", (bytes) => {
        silent ||= this.swallowAnswerTo !== undefined && bytes.includes(this.swallowAnswerTo);
        far.write(bytes);
      });
      far.on("data", (bytes) => {
        if (silent) return;
        if (this.delayMs > 0) setTimeout(() => near.write(bytes), this.delayMs);
        else near.write(bytes);
      });
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Connections are taken, and no byte passes, until it is told to let them pass again. */
  silence(silent: boolean): void {
    this.silent = silent;
    for (const socket of this.sockets) silent ? socket.pause() : socket.resume();
  }

  /** Bytes stop in both directions, and the connections stay open. */
  hang(): void {
    for (const socket of this.sockets) socket.pause();
  }
}

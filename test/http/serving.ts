import { once } from "node:events";
import { Agent, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { Worker } from "node:worker_threads";
import { type Answered, createDoor, type LIMITS } from "@/lib/http/door/server.mjs";

type Handle = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** A door on a free port of this machine, in front of a stand-in for the app. */
export async function serving(
  handle: Handle,
  limits: Partial<typeof LIMITS> = {},
  answered?: (answer: Answered) => void,
) {
  const routes = [{ file: "route.ts", pattern: /^\/api\/save$/, methods: ["POST", "OPTIONS"] }];
  const door = createDoor({
    handle: async (...given) => handle(...given),
    routes,
    limits,
    ...(answered ? { answered } : {}),
  });
  door.server.listen(0, "127.0.0.1");
  await once(door.server, "listening");
  const { port } = door.server.address() as AddressInfo;
  return { door, port, end: () => door.server.closeAllConnections() ?? door.server.close() };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

/** One request; with an agent that keeps connections, the next one may reuse its connection. */
export function get(port: number, path = "/", agent = new Agent()): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = ask({ port, path, agent, host: "127.0.0.1" }, async (answer) => {
      let text = "";
      try {
        for await (const chunk of answer) text += chunk;
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      } catch (error) {
        reject(error);
      }
    });
    sent.once("error", reject).end();
  });
}

/** A connection on which bytes are written by hand; `said` is all that came back once it has closed. */
export function wire(port: number, bytes: string): { socket: Socket; said: Promise<string> } {
  const socket = connect(port, "127.0.0.1");
  const said = new Promise<string>((resolve) => {
    let text = "";
    socket.on("data", (chunk) => (text += chunk));
    socket.on("error", () => {});
    socket.once("close", () => resolve(text));
  });
  socket.write(bytes);
  return { socket, said };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface Stormed {
  readonly status: number;
  readonly retryAfter?: string;
  readonly text: string;
}

type Storm = { path?: string; method?: string; body?: string; count: number; everyMs: number };

/** Answers (status 0 and the error's code where there was none) to requests sent every so many ms by another thread, whose clients a busy server does not hold up. */
export async function stormFromElsewhere(port: number, storm: Storm): Promise<Stormed[]> {
  const script = `
    const { parentPort, workerData } = require("node:worker_threads");
    const { request } = require("node:http");
    const { port, path = "/", method = "GET", body, count, everyMs } = workerData;
    const one = (_, i) => new Promise((resolve) => setTimeout(resolve, i * everyMs)).then(ask);
    const ask = () => new Promise((resolve) => {
      request({ port, path, method, host: "127.0.0.1", agent: false }, (answer) => {
        let text = "";
        answer.on("data", (part) => (text += part)).once("end", () =>
          resolve({ status: answer.statusCode, retryAfter: answer.headers["retry-after"], text }));
      }).once("error", ({ code }) => resolve({ status: 0, text: code })).end(body);
    });
    Promise.all(Array.from({ length: count }, one)).then((all) => parentPort.postMessage(all));`;
  const worker = new Worker(script, { eval: true, workerData: { port, ...storm } });
  const [answers] = await once(worker, "message");
  return answers;
}

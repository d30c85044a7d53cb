import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { sayUnavailable } from "@/lib/http/door/answer-being-given.mjs";
import { get, serving } from "./serving";

it("lets what renders a page make its own answer a 503, and no other's", async () => {
  const { port, end } = await serving(async (request, response) => {
    await wait(20);
    if (request.url === "/s/away") sayUnavailable(2);
    await wait(20);
    response.end("shown");
  });
  const [away, there] = await Promise.all([get(port, "/s/away"), get(port, "/s/there")]);
  expect([away.status, away.headers["retry-after"], away.text]).toEqual([503, "2", "shown"]);
  expect([there.status, there.headers["retry-after"]]).toEqual([200, undefined]);
  end();
});

it("says nothing where no answer is being given, or its head has gone out", async () => {
  sayUnavailable(2);
  const { port, end } = await serving((_, response) => {
    response.writeHead(200);
    sayUnavailable(2);
    response.end();
  });
  expect((await get(port, "/")).status).toBe(200);
  end();
});

import { expect, it } from "vitest";
import { problem } from "@/lib/http/problem";

it("answers with the status, the field's path and the problem media type", async () => {
  const errors = [{ path: "hardware.0.batch", message: "Must be 1 or more; -3 was understood." }];
  const response = problem(422, "The scenario is not valid", { errors, headers: { "Retry-After": "2" } });
  expect(response.status).toBe(422);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("retry-after")).toBe("2");
  expect(await response.json()).toEqual({
    type: "about:blank",
    title: "The scenario is not valid",
    status: 422,
    errors,
  });
});

import { expect, it } from "vitest";
import { changing } from "@/app/api/v1/scenarios/refusals";
import { readUnavailable } from "@/app/api/v1/unavailable";
import { DatabaseUnavailable, DiskFull, OutcomeUnknown } from "@/lib/db/errors";

const failing = (error: unknown) => () => Promise.reject(error);
const said = async (response: Response) => {
  const { detail } = await response.json();
  return [response.status, response.headers.get("Retry-After"), detail];
};

it("says of a save that failed what is known of it, what comes of another try, and when", async () => {
  const unknown = failing(new OutcomeUnknown("late"));
  expect([
    await said(await changing(failing(new DatabaseUnavailable("away")))),
    await said(await changing(unknown)),
    await said(await changing(unknown, "second")),
    await said(await changing(failing(new DiskFull("/x", 0, 64e6)))),
    await said(readUnavailable()),
  ]).toEqual([
    [503, "2", "This attempt saved nothing. Try again in a moment."],
    [
      503,
      "2",
      "It is not known whether this was saved. Try again: it is saved once, however often it is sent.",
    ],
    [503, "2", "It is not known whether this was saved. If you try again, there may be two of it."],
    [507, "60", "Nothing was saved. Plans saved before can still be opened."],
    [503, "2", "Try again in a moment."],
  ]);
});

import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { type Find, type PlanSearch, searched } from "@/components/board/plan-searches";
import { defaultScenario, type Scenario } from "@/lib/scenario";
import type { CatalogRecords } from "@/lib/view/catalog-records";

/** Stands for the browser's workers, which answer when a test says so: what they were given, in that order. */
class Hand {
  static all: Hand[] = [];
  /** All that was begun, by what and which option. */
  static begun: string[] = [];
  onmessage?: (message: { data: unknown }) => void;
  onerror?: (why: unknown) => void;
  at?: PlanSearch;
  ended = false;
  constructor() {
    Hand.all.push(this);
  }
  postMessage(search: PlanSearch) {
    this.at = search;
    Hand.begun.push(`${search.find} ${search.option}`);
  }
  terminate() {
    this.ended = true;
    this.at = undefined;
  }
}

const records = {} as CatalogRecords;
const FINDS = [
  { find: "layouts" },
  { find: "repairs" },
  { find: "levers", plan: 1 },
  { find: "sensitivity" },
  { find: "advice", aim: "cost" },
] as const satisfies Find[];
const asker =
  (scenario: Scenario) =>
  (find: Find, option = 0) =>
    searched({ ...find, scenario, option, records });
const moment = () => new Promise((resolve) => setTimeout(resolve));
const busy = () => Hand.all.filter(({ at }) => at);
/** Lets the workers do what they are at, and what they are given then, until nothing is left. */
async function finish() {
  for (await moment(); busy().length > 0; await moment())
    for (const hand of busy()) {
      const { at } = hand;
      hand.at = undefined;
      hand.onmessage?.({ data: [at?.find] });
    }
}

beforeEach(async () => {
  vi.stubGlobal("Worker", Hand);
  await finish();
  Hand.begun = [];
});
afterAll(() => {
  vi.unstubAllGlobals();
});

it("does what a reader looks at before what the page looks for in every row, whatever was asked first", async () => {
  const ask = asker({ ...defaultScenario });
  for (const option of [0, 1, 2, 3, 4, 5]) {
    ask({ find: "layouts" }, option);
    ask({ find: "repairs" }, option);
  }
  await moment();
  // One of each is being done by now; what comes late goes before all the others.
  const late = [
    ask({ find: "levers", plan: 1 }, 5),
    ask({ find: "sensitivity" }, 5),
    ask({ find: "advice", aim: "cost" }, 5),
  ];
  await finish();
  const order = (kind: RegExp) => Hand.begun.filter((each) => kind.test(each));
  expect(order(/advice|sensitivity|repairs/)).toEqual([
    "repairs 0",
    "advice 5",
    "sensitivity 5",
    ...[1, 2, 3, 4, 5].map((option) => `repairs ${option}`),
  ]);
  expect(order(/levers|layouts/)).toEqual([
    "layouts 0",
    "levers 5",
    ...[1, 2, 3, 4, 5].map((option) => `layouts ${option}`),
  ]);
  expect(await Promise.all(late.map(({ found }) => found))).toEqual([
    ["levers"],
    ["sensitivity"],
    ["advice"],
  ]);
});

it.each(FINDS)("never begins $find for a plan that nobody asks about any more", async (find) => {
  const before = [0, 1, 2].map((option) => asker({ ...defaultScenario, name: "before" })(find, option));
  await moment();
  for (const { leave } of before) leave();
  const after = asker({ ...defaultScenario, name: "after" })(find, 7);
  await finish();
  expect(Hand.begun).toEqual([`${find.find} 0`, `${find.find} 7`]);
  expect(await Promise.all(before.map(({ found }) => found))).toEqual([undefined, undefined, undefined]);
  expect(await after.found).toEqual([find.find]);
});

it.each(FINDS)("asks once for $find that two want, and anew for what was given up", async (find) => {
  const ask = asker({ ...defaultScenario });
  const [one, two, other] = [ask(find), ask(find), ask(find, 1)];
  one.leave();
  other.leave();
  await finish();
  expect(Hand.begun).toEqual([`${find.find} 0`]);
  expect(await two.found).toEqual([find.find]);
  const again = ask(find, 1);
  await finish();
  expect(await again.found).toEqual([find.find]);
  expect(await ask(find).found).toEqual([find.find]);
  expect(Hand.begun).toEqual([`${find.find} 0`, `${find.find} 1`]);
});

it("goes on with what was left and is asked again before anything else", async () => {
  const ask = asker({ ...defaultScenario });
  const first = ask({ find: "levers", plan: 1 });
  await moment();
  first.leave();
  const again = ask({ find: "levers", plan: 1 });
  ask({ find: "layouts" });
  await finish();
  expect(await again.found).toEqual(["levers"]);
  expect(Hand.begun).toEqual(["levers 0", "layouts 0"]);
});

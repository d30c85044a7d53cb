import { expect, it } from "vitest";
import { moneyGroups } from "@/components/money/money-groups";
import { formPaths, groupPaths, groupsAbove, groupsBelow } from "@/components/planner/form-groups";
import { groupSummary } from "@/components/planner/group-summary";
import { ownFields, ownFieldsOf, ownSaid } from "@/components/planner/own-fields";
import { applyPatch, defaultScenario, fields } from "@/lib/scenario";

const everything = applyPatch(defaultScenario, {
  serving: { batching: "dynamic", speculation: "draft", adapters: 4 },
  goals: { ttft: 1, tpot: 0.1, answer: 30 },
  traffic: { scaleTarget: 0.7 },
});

it("the form has every field of the scenario exactly once", () => {
  const loads = fields["traffic.load"].choices.map(({ value }) =>
    applyPatch(everything, { traffic: { load: value } }),
  );
  const forms = loads.map((scenario) =>
    [...groupsAbove, ...groupsBelow].flatMap(({ id }) => groupPaths(id, scenario)),
  );
  for (const form of forms) expect(form.length).toBe(new Set(form).size);
  const money = moneyGroups.flatMap(({ paths }) => paths);
  expect(money.length).toBe(new Set(money).size);
  const shown = new Set([...forms.flat(), ...money]);
  const wanted = Object.keys(fields).filter((path) => !path.startsWith("options."));
  expect([...shown].sort()).toEqual([...wanted].sort());
  const ofOption = Object.keys(fields).filter(
    (path) => path.startsWith("options.") && !wanted.some((shared) => shared.endsWith(path.slice(7))),
  );
  expect([...formPaths("option"), ...formPaths("layout")].sort()).toEqual(ofOption.sort());
});

it("a field that has no effect is not shown, and its draft model stands right below the method", () => {
  expect(groupPaths("speculation", defaultScenario)).toEqual(["serving.speculation"]);
  expect(groupPaths("speculation", everything).slice(0, 2)).toEqual([
    "serving.speculation",
    "serving.draftModel",
  ]);
});

it("an offline run asks neither for a batch nor for times, which it would ignore", () => {
  const offline = applyPatch(defaultScenario, { serving: { batching: "offline" } });
  const batch = applyPatch(defaultScenario, { traffic: { load: "batch" } });
  expect(groupPaths("workload", batch)).toContain("workload.batch");
  expect(groupPaths("workload", defaultScenario)).not.toContain("workload.batch");
  expect(groupPaths("workload", offline)).not.toContain("workload.batch");
  expect(groupPaths("goals", offline)).toEqual(["goals.accuracy", "goals.spare", "goals.headroom"]);
});

it("a folded group says what in it is not the default", () => {
  const none = applyPatch(defaultScenario, { goals: { ttft: undefined, ttftAt: "mean", tpot: undefined } });
  expect(groupSummary("goals", none, (id) => id)).toBe("");
  const changed = applyPatch(none, { traffic: { load: "batch" }, goals: { ttft: 0.5, tpot: 0.03 } });
  expect(groupSummary("goals", changed, (id) => id)).toBe("500 ms, 30 ms");
});

it("an option can be given everything that it may have for itself: of the model and the server, and of money", () => {
  const plan = applyPatch(everything, { options: { 0: { speculation: "none", batching: "continuous" } } });
  const own = [...ownFields.server, ...ownFields.money].map(({ key }) => key);
  expect(own.length).toBe(new Set(own).size);
  const ownable = Object.keys(fields).flatMap((path) => {
    const [section = "", key = ""] = path.split(".");
    return section !== "options" && `options.${key}` in fields ? [key] : [];
  });
  expect([...own, "weights", "kvCache"].sort()).toEqual(ownable.sort());
  // What means nothing for the option, as it stands, is not asked of it.
  const shown = (index: number) => ownFieldsOf(plan, index, "server").map(({ key }) => key);
  expect(shown(1)).toEqual(expect.arrayContaining(["model", "engine", "draftModel", "batchWindow"]));
  expect(shown(0)).toEqual(expect.arrayContaining(["model", "engine"]));
  for (const key of ["draftModel", "draftTokens", "batchWindow", "batch"])
    expect(shown(0)).not.toContain(key);
  const paid = ownFieldsOf(plan, 0, "money").map(({ key }) => key);
  expect(paid).toEqual(expect.arrayContaining(["hardware", "place", "committedShare", "purchasePrice"]));
  // The traffic says how much of the time is used, and so is no setting of an option.
  expect(paid).not.toContain("utilisation");
  const batch = applyPatch(plan, {
    traffic: { load: "batch" },
    options: { 1: { utilisation: 0.5, pue: 1.2 } },
  });
  expect(ownFieldsOf(batch, 0, "money").map(({ key }) => key)).toContain("utilisation");
  expect([0, 1].map((index) => ownSaid(batch, index, "money"))).toEqual([0, 2]);
});

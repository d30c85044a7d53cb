import { call } from "@/components/planner/server-calls";
import type { Scenario } from "@/lib/scenario/schema";
import { editKeyOf } from "./edit-keys";

/** What the server answers to a save. */
export type SavedPlan = { viewId: string; editKey?: string; version: number; url: string };

/** A version in a plan's history. */
export type VersionLine = {
  version: number;
  name: string;
  createdAt: string;
  engineVersion: string;
  catalogVersion: string;
};

/** A link to a plan; its own id is the first. */
export type LinkLine = {
  linkId: string;
  name: string;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
};

const at = (viewId: string, rest = "") => `/api/v1/scenarios/${encodeURIComponent(viewId)}${rest}`;
const withKey = (viewId: string) => ({ Authorization: `Bearer ${editKeyOf(viewId) ?? ""}` });
const JSON_TYPE = { "Content-Type": "application/json" };

/** Saves a plan under a new link; the server computes its numbers. The same `attempt` again makes no second plan. */
export const saveNew = (scenario: Scenario, editKey: string, attempt: string): Promise<SavedPlan> =>
  call<SavedPlan>("/api/v1/scenarios", {
    method: "POST",
    headers: { ...JSON_TYPE, Authorization: `Bearer ${editKey}`, "Idempotency-Key": attempt },
    body: JSON.stringify(scenario),
  });

/** Adds a version to a plan that was made from `version`; refused with status 412 when that is not the latest. */
export const saveVersion = (viewId: string, version: number, scenario: Scenario): Promise<SavedPlan> =>
  call<SavedPlan>(at(viewId), {
    method: "PUT",
    headers: { ...JSON_TYPE, ...withKey(viewId), "If-Match": `"${version}"` },
    body: JSON.stringify(scenario),
  });

export const fetchVersions = (viewId: string): Promise<{ versions: VersionLine[] }> =>
  call(at(viewId, "/versions"));

export const deletePlan = (viewId: string, version: number): Promise<{ restorableUntil: string }> =>
  call(at(viewId), { method: "DELETE", headers: { ...withKey(viewId), "If-Match": `"${version}"` } });

export const restorePlan = (viewId: string): Promise<SavedPlan> =>
  call(at(viewId, "/restore"), { method: "POST", headers: withKey(viewId) });

/** Says for how many days from now on a plan is kept. @returns the date until which it is */
export const keepFor = (viewId: string, expiresInDays: number): Promise<{ expiresAt: string }> =>
  call(at(viewId), {
    method: "PATCH",
    headers: { ...JSON_TYPE, ...withKey(viewId) },
    body: JSON.stringify({ expiresInDays }),
  });

/** Says whose pages may show a plan in a frame; the others may not. */
export const allowEmbedding = (viewId: string, embedOrigins: string[]): Promise<{ embedOrigins: string[] }> =>
  call(at(viewId), {
    method: "PATCH",
    headers: { ...JSON_TYPE, ...withKey(viewId) },
    body: JSON.stringify({ embedOrigins }),
  });

export const fetchLinks = (viewId: string): Promise<{ links: LinkLine[] }> =>
  call(at(viewId, "/links"), { headers: withKey(viewId) });

export const makeLink = (viewId: string, name: string, expiresInDays?: number): Promise<LinkLine> =>
  call(at(viewId, "/links"), {
    method: "POST",
    headers: { ...JSON_TYPE, ...withKey(viewId) },
    body: JSON.stringify({ name, expiresInDays }),
  });

export const revokeLink = (viewId: string, linkId: string): Promise<null> =>
  call(at(viewId, `/links/${encodeURIComponent(linkId)}`), { method: "DELETE", headers: withKey(viewId) });

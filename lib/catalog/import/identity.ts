import { customId } from "../custom-id";
import type { Family } from "./family";

const MAX_NAME = 60;

/** Name, developer and sources of an imported record. A person's own record does not go stale. */
export function identityOf(
  file: Readonly<Record<string, unknown>>,
  type: string,
  family: Family,
  given?: string,
) {
  const known = given?.trim() || pathOf(file) || type;
  const [, organisation, repository] = /^([\w.-]+)\/([\w.-]+)$/.exec(known) ?? [];
  const name = (repository ?? known.split("/").at(-1) ?? known).slice(0, MAX_NAME) || type;
  return {
    id: customId(name),
    name,
    developer: organisation ?? "unknown",
    family: family.name,
    ...(organisation ? { huggingFace: known } : {}),
    source: "yours",
    reviewBy: "2100",
  };
}

/** `_name_or_path` where it is the name of a repository rather than a folder of the machine that saved it. */
function pathOf(file: Readonly<Record<string, unknown>>): string | undefined {
  const path = Object.hasOwn(file, "_name_or_path") ? file._name_or_path : undefined;
  return typeof path === "string" && /^[\w.-]+\/[\w.-]+$/.test(path) ? path : undefined;
}

import { columnOf } from "./formula-rules";
import { type Element, named, one } from "./xml";

/** What parts of a workbook say of one another: a reference that leads nowhere, or two that claim the same, are repaired. */

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The cells from A1 to B2, or one of them; undefined where that is no reference. */
function areaOf(reference: string): Area | undefined {
  const [, left, top, right = left, bottom = top] =
    /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(reference) ?? [];
  if (left === undefined || right === undefined) return undefined;
  return { left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) };
}

const overlap = (a: Area, b: Area) =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

/** Two defined names of one scope: capitals make no other name. */
export function nameFaults(book: Element): string[] {
  const names = (one(book, "definedNames")?.children ?? []).map(
    ({ attributes }) => `${attributes.localSheetId ?? "book"} ${(attributes.name ?? "").toLowerCase()}`,
  );
  return names.filter((name, at) => names.indexOf(name) < at).map((name) => `"${name}" is defined twice`);
}

/** How many texts there are, as the list of them counts. */
export function stringFaults(strings: Element | undefined): string[] {
  const { uniqueCount } = strings?.attributes ?? {};
  const held = strings?.children.length ?? 0;
  return uniqueCount !== undefined && Number(uniqueCount) !== held
    ? [`the texts count ${uniqueCount} and are ${held}`]
    : [];
}

/** Merged cells that overlap, links without a target, tables and drawings without a relation, and cells outside what the sheet says it covers. */
export function sheetReferenceFaults(root: Element, relations: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  const merged: Area[] = [];
  for (const { attributes } of one(root, "mergeCells")?.children ?? []) {
    const area = areaOf(attributes.ref ?? "");
    if (!area) faults.push(`merges ${attributes.ref}, which is no area`);
    else if (merged.some((other) => overlap(area, other))) faults.push(`merges ${attributes.ref} twice`);
    else merged.push(area);
  }
  for (const { attributes } of one(root, "hyperlinks")?.children ?? []) {
    const id = attributes["r:id"] ?? attributes.id;
    if (!areaOf(attributes.ref ?? "")) faults.push(`a link stands at ${attributes.ref}`);
    if (id === undefined ? attributes.location === undefined : !relations.has(id))
      faults.push(`the link at ${attributes.ref} leads nowhere`);
  }
  const related = [
    ...named(root, "drawing"),
    ...named(root, "legacyDrawing"),
    ...(one(root, "tableParts")?.children ?? []),
  ];
  for (const { name, attributes } of related)
    if (!relations.has(attributes["r:id"] ?? attributes.id ?? "")) faults.push(`<${name}> has no relation`);
  const covered = areaOf(one(root, "dimension")?.attributes.ref ?? "");
  const last = one(root, "sheetData")?.children.at(-1);
  if (covered && last && Number(last.attributes.r) > covered.bottom)
    faults.push(`row ${last.attributes.r} lies outside what the sheet covers`);
  return faults;
}

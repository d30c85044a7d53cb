import { fieldOf } from "@/lib/scenario/fields";

/** Texts that do not count, by the path of their field. */
type Drafts = Readonly<Record<string, { text: string; message: string }>>;

/** What a page says of them: each field by its name, what was typed and why it does not count; empty without any. */
export function draftWords(drafts: Drafts): string {
  const said = Object.entries(drafts).map(([path, { text, message }]) => {
    const [, place] = /^options\.(\d+)\./.exec(path) ?? [];
    const label = fieldOf(path)?.label ?? "An input";
    return `${label}${place ? ` of option ${Number(place) + 1}` : ""}: “${text}” does not count: ${message}.`;
  });
  return said.length > 0 ? `${said.join(" ")} These are the last results that were.` : "";
}

/** An element of a document: its name without a prefix, its attributes, what it holds. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const TOKEN =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*"[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*"([^"]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const plain = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));|&/g, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    const known = ENTITIES[name ?? ""];
    if (known === undefined) throw new Error(`an ampersand that begins no entity: ${whole}`);
    return known;
  });
const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Reads an XML document without a document type; throws where it is not well-formed. */
export function readXml(text: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open: { element: Element; tag: string }[] = [{ element: root, tag: "" }];
  if (FORBIDDEN.test(text)) throw new Error("a character that XML forbids");
  TOKEN.lastIndex = text.startsWith("\uFEFF") ? 1 : 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`not well-formed at ${JSON.stringify(text.slice(from, from + 60))}`);
    const [, closing, tag, attributes = "", empty, words] = match;
    const { element: parent, tag: parentTag } = open.at(-1) as (typeof open)[number];
    if (words !== undefined) {
      parent.text += plain(words);
    } else if (tag !== undefined && closing) {
      if (tag !== parentTag) throw new Error(`</${tag}> closes <${parentTag}>`);
      open.pop();
    } else if (tag !== undefined) {
      const pairs = [...attributes.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]) => [
        name,
        plain(value),
      ]);
      if (new Set(pairs.map(([name]) => name)).size < pairs.length)
        throw new Error(`<${tag}> says a thing twice`);
      const element = { name: local(tag), attributes: Object.fromEntries(pairs), children: [], text: "" };
      parent.children.push(element);
      if (!empty) open.push({ element, tag });
    }
  }
  const [document, ...more] = root.children;
  if (open.length > 1 || !document || more.length > 0) throw new Error("not one closed element");
  return document;
}

/** The children of that name. */
export const named = ({ children }: Element, name: string): Element[] =>
  children.filter((child) => child.name === name);
/** The first child of that name, or nothing of it. */
export const one = (element: Element | undefined, name: string): Element | undefined =>
  element && named(element, name)[0];

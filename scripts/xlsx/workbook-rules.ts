import { COLUMNS, columnOf, formulaFaults, ROWS } from "./formula-rules";
import { nameFaults, sheetReferenceFaults, stringFaults } from "./reference-rules";
import { type Element, named, one, readXml } from "./xml";
import { zipParts } from "./zip";

/** What ECMA-376, and the limits that Excel documents beside it, ask of a workbook that opens without repair. */

/** The order of a worksheet's elements (part 1, 18.3.1.99): in another one Excel repairs the file. */
const SHEET_ORDER =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst".split(
    " ",
  );
/** The same of a workbook (18.2.27) and of its styles (18.8.39). */
const BOOK_ORDER =
  "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst".split(
    " ",
  );
const STYLE_ORDER =
  "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(" ");

const SHEET_NAME = /^(?!')[^[\]:*?/\\]{1,31}(?<!')$/;
const CELL_TYPES: ReadonlySet<string> = new Set(["b", "d", "e", "inlineStr", "n", "s", "str"]);
const MOST = { rows: ROWS, columns: COLUMNS, letters: 32_767, width: 255, formats: 64_000 };
/** Number formats below this are built in. */
const OWN_FORMATS_FROM = 164;
/** The days that Excel counts: to the end of the year 9999. */
const LAST_DAY = 2_958_465;
const BUILT_IN_DAYS: ReadonlySet<number> = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

const outOfOrder = (element: Element, order: readonly string[]): string[] => {
  const places = element.children.map(({ name }) => order.indexOf(name));
  return element.children.flatMap(({ name }, index) =>
    places[index] === -1
      ? [`<${name}> is none of ${element.name}'s`]
      : (places[index] as number) < (places[index - 1] ?? -1)
        ? [`<${name}> stands too late`]
        : [],
  );
};

/** A number format whose quotes and brackets close, of at most four sections. */
function formatFault(code: string): string | undefined {
  const bare = code
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/\[[^\]]*\]/g, "");
  if (/["[\]]/.test(bare)) return `the number format ${code} leaves a quote or a bracket open`;
  return bare.split(";").length > 4 ? `the number format ${code} has too many sections` : undefined;
}

interface Styles {
  readonly count: number;
  /** Whether cells of a style hold days. */
  readonly days: readonly boolean[];
}

function stylesOf(root: Element, faults: string[]): Styles {
  faults.push(...outOfOrder(root, STYLE_ORDER));
  const lists = Object.fromEntries(
    root.children.map((list) => [list.name, list.children] as const),
  ) as Record<string, Element[]>;
  for (const { name, attributes, children } of root.children)
    if (attributes.count !== undefined && Number(attributes.count) !== children.length)
      faults.push(`styles: <${name}> counts ${attributes.count} and holds ${children.length}`);
  const formats = new Map<number, string>();
  for (const { attributes } of lists.numFmts ?? []) {
    const [id, code = ""] = [Number(attributes.numFmtId), attributes.formatCode];
    if (id < OWN_FORMATS_FROM || formats.has(id))
      faults.push(`styles: format ${id} is built in, or there twice`);
    formats.set(id, code);
    const fault = formatFault(code);
    if (fault) faults.push(`styles: ${fault}`);
  }
  const kinds = (lists.fills ?? [])
    .slice(0, 2)
    .map((fill) => one(fill, "patternFill")?.attributes.patternType);
  if (kinds[0] !== "none" || kinds[1] !== "gray125")
    faults.push("styles: the first two fills are none and gray125");
  const cells = lists.cellXfs ?? [];
  if (cells.length > MOST.formats) faults.push("styles: too many cell formats");
  for (const { attributes } of cells) {
    for (const [key, list] of [
      ["fontId", "fonts"],
      ["fillId", "fills"],
      ["borderId", "borders"],
      ["xfId", "cellStyleXfs"],
    ] as const)
      if (Number(attributes[key] ?? 0) >= (lists[list]?.length ?? 0))
        faults.push(`styles: ${key} ${attributes[key]}`);
    const id = Number(attributes.numFmtId ?? 0);
    if (id >= OWN_FORMATS_FROM && !formats.has(id)) faults.push(`styles: number format ${id} is not there`);
  }
  const isDay = (id: number) =>
    BUILT_IN_DAYS.has(id) || /[ymdhs]/i.test((formats.get(id) ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
  return {
    count: cells.length,
    days: cells.map(({ attributes }) => isDay(Number(attributes.numFmtId ?? 0))),
  };
}

interface Given {
  readonly styles: Styles;
  readonly strings: readonly Element[];
  readonly sheets: ReadonlySet<string>;
}

function cellFaults(cell: Element, { styles, strings, sheets }: Given): string[] {
  const { t: type = "n", s = "0", r = "" } = cell.attributes;
  const [formula, value, inline] = [one(cell, "f"), one(cell, "v"), one(cell, "is")];
  const faults: string[] = [];
  if (!CELL_TYPES.has(type)) faults.push(`has the type ${type}`);
  if (Number(s) >= styles.count) faults.push(`has the style ${s}, which is none`);
  const text = value?.text ?? "";
  if (type === "n" && value && (text.trim() === "" || !Number.isFinite(Number(text))))
    faults.push(`is no number: ${text}`);
  if (type === "b" && value && !["0", "1"].includes(text)) faults.push(`is no truth value: ${text}`);
  if (type === "s" && !strings[Number(text)]) faults.push(`reads the text ${text}, which is none`);
  if (type === "inlineStr" && !inline) faults.push("has no text");
  if (styles.days[Number(s)] && value && type === "n" && !(Number(text) >= 1 && Number(text) <= LAST_DAY))
    faults.push(`is no day: ${text}`);
  const written =
    type === "s" ? textOf(strings[Number(text)]) : inline ? textOf(inline) : type === "str" ? text : "";
  if (written.length > MOST.letters) faults.push(`has ${written.length} letters`);
  if (formula) {
    if (type === "s" || type === "inlineStr") faults.push("has a formula and a stored text");
    faults.push(
      ...formulaFaults(formula.text, sheets).map((fault) => `${fault}: ${formula.text.slice(0, 80)}`),
    );
  }
  return faults.map((fault) => `${r} ${fault}`);
}

const textOf = (element: Element | undefined): string =>
  element ? element.text + element.children.map(textOf).join("") : "";

function sheetFaults(root: Element, given: Given): string[] {
  const faults = outOfOrder(root, SHEET_ORDER);
  let widest = 0;
  for (const { attributes } of one(root, "cols")?.children ?? []) {
    const [min, max, width] = [Number(attributes.min), Number(attributes.max), Number(attributes.width)];
    if (!(min > widest && max >= min && max <= MOST.columns))
      faults.push(`columns ${min} to ${max} are out of order`);
    if (!(width >= 0 && width <= MOST.width)) faults.push(`column ${min} is ${width} wide`);
    widest = max;
  }
  let lastRow = 0;
  for (const row of one(root, "sheetData")?.children ?? []) {
    const at = Number(row.attributes.r);
    if (!(at > lastRow && at <= MOST.rows)) faults.push(`row ${at} stands after ${lastRow}`);
    lastRow = at;
    let lastColumn = 0;
    for (const cell of row.children) {
      const [, letters = "", line] = /^([A-Z]+)(\d+)$/.exec(cell.attributes.r ?? "") ?? [];
      const column = columnOf(letters);
      if (Number(line) !== at || column <= lastColumn || column > MOST.columns)
        faults.push(`${cell.attributes.r} is out of order`);
      lastColumn = column;
      faults.push(...cellFaults(cell, given));
    }
  }
  const views = one(root, "sheetViews")?.children ?? [];
  for (const pane of views.flatMap((view) => named(view, "pane"))) {
    const { xSplit = "0", ySplit = "0", topLeftCell = "", state } = pane.attributes;
    const [, letters = "", line] = /^([A-Z]+)(\d+)$/.exec(topLeftCell) ?? [];
    if (state === "frozen" && (columnOf(letters) <= Number(xSplit) || Number(line) <= Number(ySplit)))
      faults.push(`a pane of ${xSplit} and ${ySplit} begins at ${topLeftCell}`);
  }
  return faults;
}

/** The ids of a part's relationships, to what is outside the file too. */
function relationIds(documents: ReadonlyMap<string, Element>, of: string): string[] {
  const said = documents.get(of.replace(/([^/]*)$/, "_rels/$1.rels"));
  return (said?.children ?? []).map(({ attributes }) => attributes.Id ?? "");
}

/** Each relationship's target by its id, from the part that says it. */
function relations(
  { parts, documents }: { parts: ReadonlyMap<string, Buffer>; documents: ReadonlyMap<string, Element> },
  of: string,
  faults: string[],
): Map<string, string> {
  const [, folder = "", file = ""] = /^(.*?)([^/]*)$/.exec(of) ?? [];
  const said = documents.get(`${folder}_rels/${file}.rels`);
  const found = new Map<string, string>();
  for (const { attributes } of said?.children ?? []) {
    if (attributes.TargetMode === "External") continue;
    const target = new URL(attributes.Target ?? "", `file:///${folder}`).pathname.slice(1);
    if (!parts.has(target)) faults.push(`${of} points at ${target}, which is not there`);
    found.set(attributes.Id ?? "", target);
  }
  return found;
}

/** Everything that a workbook's bytes break of those rules; empty where Excel has nothing to repair by them. */
export function workbookFaults(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const parts = zipParts(bytes);
  const documents = new Map<string, Element>();
  for (const [name, content] of parts) {
    try {
      if (/\.(xml|rels)$/.test(name)) documents.set(name, readXml(content.toString("utf8")));
    } catch (error) {
      faults.push(`${name}: ${(error as Error).message}`);
    }
  }
  const types = documents.get("[Content_Types].xml");
  const endings = new Set(types && named(types, "Default").map(({ attributes }) => attributes.Extension));
  const overrides = new Set(
    types && named(types, "Override").map(({ attributes }) => attributes.PartName?.slice(1)),
  );
  for (const name of parts.keys())
    if (name !== "[Content_Types].xml" && !overrides.has(name) && !endings.has(name.split(".").at(-1)))
      faults.push(`${name} has no content type`);
  for (const name of overrides)
    if (!parts.has(name ?? "")) faults.push(`a content type of ${name}, which is not there`);

  const at =
    [...relations({ parts, documents }, "", faults).values()].find((target) =>
      /workbook\.xml$/.test(target),
    ) ?? "";
  const book = documents.get(at);
  if (!book) return [...faults, "there is no workbook"];
  faults.push(...outOfOrder(book, BOOK_ORDER));
  const targets = relations({ parts, documents }, at, faults);
  const listed = (one(book, "sheets")?.children ?? []).map(({ attributes }) => ({
    name: attributes.name ?? "",
    id: attributes.sheetId ?? "",
    part: targets.get(attributes.id ?? attributes["r:id"] ?? "") ?? "",
  }));
  const names = new Set(listed.map(({ name }) => name));
  if (new Set(listed.map(({ name }) => name.toLowerCase())).size < listed.length)
    faults.push("two sheets of one name");
  if (new Set(listed.map(({ id }) => id)).size < listed.length) faults.push("two sheets of one id");
  for (const { name } of listed)
    if (!SHEET_NAME.test(name) || /^history$/i.test(name)) faults.push(`"${name}" names no sheet`);
  for (const { attributes, text } of one(book, "definedNames")?.children ?? []) {
    const { name = "", localSheetId } = attributes;
    if (!/^(?:_xlnm\.[A-Za-z_]+|[A-Za-z_\\][\w.\\]{0,254})$/.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name))
      faults.push(`"${name}" is no defined name`);
    if (localSheetId !== undefined && !listed[Number(localSheetId)])
      faults.push(`${name} of sheet ${localSheetId}`);
    const sheet = /^(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(text);
    if (sheet && !names.has((sheet[1] ?? sheet[2] ?? "").replaceAll("''", "'")))
      faults.push(`${name} reads ${text}`);
  }
  faults.push(...nameFaults(book));
  const part = (pattern: RegExp) =>
    documents.get([...targets.values()].find((target) => pattern.test(target)) ?? "");
  const style = part(/styles\.xml$/);
  const styles = style ? stylesOf(style, faults) : { count: 1, days: [false] };
  const texts = part(/sharedStrings\.xml$/);
  faults.push(...stringFaults(texts));
  const strings = texts?.children ?? [];
  for (const sheet of listed) {
    const root = documents.get(sheet.part);
    if (!root) faults.push(`${sheet.name} is not there`);
    else
      faults.push(
        ...[
          ...sheetFaults(root, { styles, strings, sheets: names }),
          ...sheetReferenceFaults(root, new Set(relationIds(documents, sheet.part))),
        ].map((fault) => `${sheet.name}: ${fault}`),
      );
  }
  return faults;
}

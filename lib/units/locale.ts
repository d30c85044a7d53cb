/** How a reader's locale writes numbers: its decimal mark, and what stands between groups of digits. */
export interface Marks {
  readonly decimal: string;
  readonly group: string;
  /** Above the thousands digits stand in pairs, as in India: 12,34,567. */
  readonly pairs?: true;
}

/** Without a choice numbers are written 1,234.5 and days 2026-11-29. */
const ENGLISH: Marks = { decimal: ".", group: "," };

declare global {
  /** The locale of the request that a server answers. */
  var requestLocale: (() => string | undefined) | undefined;
}

/**
 * The locale that numbers and days are written in, a BCP 47 tag; undefined where none is chosen. A page has it in its first
 * element, as the server wrote it, so that both write alike; a worker has it for its name.
 */
export function localeTag(): string | undefined {
  if (typeof document !== "undefined") return document.documentElement?.dataset.locale || undefined;
  return globalThis.requestLocale?.() || (globalThis as { name?: string }).name || undefined;
}

const known = new Map<string, Marks>();

/** The marks of a listed locale; English ones where its digits or its decimal mark are others. Throws on what is no tag. */
export function marksOf(tag: string | undefined): Marks {
  if (!tag) return ENGLISH;
  const marks = known.get(tag) ?? marksIn(tag);
  known.set(tag, marks);
  return marks;
}

function marksIn(tag: string): Marks {
  const [, group = ",", decimal = "."] =
    /^12(\D)345([.,])5$/.exec(new Intl.NumberFormat(tag).format(12_345.5)) ?? [];
  // Of one mark every program's tables have another sign: the page must not differ from what the server drew.
  const marks = { decimal, group: group.replace(/\s/, "\u202f").replace("'", "’") };
  return /^12\D34\D/.test(new Intl.NumberFormat(tag).format(1_234_567)) ? { ...marks, pairs: true } : marks;
}

/** Whether people of the present locale write a decimal comma. */
export const decimalComma = (): boolean => marksOf(localeTag()).decimal === ",";

/** A number that is written 1,234.5 as the present locale writes it, or another one. */
export function localised(text: string, tag = localeTag()): string {
  const { decimal, group, pairs } = marksOf(tag);
  if (pairs) return text.replace(/\d[\d,]*(?=,\d{3})/g, inPairs);
  return decimal === "." && group === ","
    ? text
    : text.replace(/[.,]/g, (mark) => (mark === "." ? decimal : group));
}

const inPairs = (thousands: string) => thousands.replaceAll(",", "").replace(/\B(?=(\d\d)+$)/g, ",");

/** A number with groups of digits and at most three decimals, or as the options of Intl say. */
export const grouped = (value: number, options?: Intl.NumberFormatOptions): string =>
  localised(value.toLocaleString("en", options));

/** A number with so many decimals and no groups. */
export const decimals = (value: number, count: number): string => localised(value.toFixed(count));

/** A day or month written YYYY-MM-DD, as the present locale writes it, or another one; any other text as it is. */
export const dayText = (iso: string, tag = localeTag()): string =>
  tag && /^\d{4}-\d\d(-\d\d)?$/.test(iso)
    ? new Date(iso)
        .toLocaleDateString(tag, {
          timeZone: "UTC",
          year: "numeric",
          month: "2-digit",
          ...(iso[7] && { day: "2-digit" }),
        })
        .replace(/\s/g, " ")
    : iso;

/** What `make` makes, once for each locale: what a server keeps of one reader's words must not reach another. */
export function perLocale<T>(make: () => T): () => T {
  const made = new Map<string | undefined, T>();
  return () => {
    const tag = localeTag();
    const found = made.get(tag) ?? make();
    made.set(tag, found);
    return found;
  };
}

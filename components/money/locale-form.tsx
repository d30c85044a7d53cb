import { SelectField } from "@/components/ui/select-field";
import { dayText, localeTag, parseUnit } from "@/lib/units";
import { localised } from "@/lib/units/locale";
import { AS_BROWSER, LOCALE_COOKIE, LOCALES, listedLocale } from "@/lib/units/locale-choice";

const UNCHOSEN = "none";
const SAMPLE = { number: "1,234.5", day: "2026-11-29" };
const YEAR_SECONDS = parseUnit("year").factor;

const sample = (tag: string | undefined) =>
  `${localised(SAMPLE.number, tag ?? "")} · ${dayText(SAMPLE.day, tag ?? "")}`;
const nameOf = (tag: string) => new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;

/** What this browser keeps, which the page itself does not say: its own locale may be a listed one as well. */
const kept = () =>
  new RegExp(`(?:^|; )${LOCALE_COOKIE}=([^;]+)`).exec(document.cookie)?.[1] ?? localeTag() ?? UNCHOSEN;

/**
 * How this browser's pages write numbers and days, and how they read what is typed. Every page is drawn by the server
 * in it, so a choice draws the page anew; the plan is kept as a draft meanwhile.
 */
export function LocaleForm() {
  const choose = (tag: string) => {
    const age = tag === UNCHOSEN ? 0 : YEAR_SECONDS;
    // biome-ignore lint/suspicious/noDocumentCookie: the server reads it, and not every browser has a cookie store
    document.cookie = `${LOCALE_COOKIE}=${tag}; path=/; max-age=${age}; samesite=lax`;
    location.reload();
  };
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <h3 className="font-semibold text-sm">Numbers and dates</h3>
      <SelectField
        id="locale"
        label="How numbers and dates are written"
        value={kept()}
        choices={[
          { value: UNCHOSEN, label: `${SAMPLE.number} · ${SAMPLE.day}` },
          { value: AS_BROWSER, label: `As my browser: ${sample(listedLocale(navigator.language))}` },
          ...LOCALES.map((tag) => ({ value: tag, label: `${sample(tag)} · ${nameOf(tag)}` })),
        ]}
        onChange={choose}
      />
      <p className="text-muted text-xs">
        Of every page in this browser, and of what you type. Workbooks leave it to your spreadsheet; CSV files
        have marks of their own, chosen where they are saved, and dates as 2026-11-29.
      </p>
    </div>
  );
}

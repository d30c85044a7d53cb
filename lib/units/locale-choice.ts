/** The cookie that keeps a reader's locale: one of those below, or the browser's own. */
export const LOCALE_COOKIE = "locale";
export const AS_BROWSER = "browser";

/** Locales that pages are written in: each way to write numbers and days that readers are likely to expect. */
export const LOCALES = [
  "de-DE",
  "de-CH",
  "en-GB",
  "en-IN",
  "en-US",
  "es-ES",
  "fr-FR",
  "it-IT",
  "ja-JP",
  "nl-NL",
  "pl-PL",
  "pt-BR",
  "sv-SE",
] as const;

/** The listed locale that a tag means: itself, else the first of its language; undefined where none is. */
export function listedLocale(tag: string): string | undefined {
  const [language] = tag.split("-");
  const same = (each: string) => each.toLowerCase() === tag.toLowerCase();
  return LOCALES.find(same) ?? LOCALES.find((each) => each.startsWith(`${language?.toLowerCase()}-`));
}

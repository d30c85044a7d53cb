import type { CsvProfile } from "@/lib/export/csv";

/** Where the browser keeps the choice. */
const KEY = "csv-profile";

/** What a person chooses between, in their words. */
export const csvProfiles: readonly { value: CsvProfile; label: string }[] = [
  { value: "standard", label: "Any program: comma, decimal point" },
  { value: "excel", label: "Excel: comma, decimal point" },
  { value: "excel-eu", label: "Excel: semicolon, decimal comma" },
];

let chosen: CsvProfile | undefined;
const listeners = new Set<() => void>();

/** The profile that a stored text names; anything else is the standard one. */
export const readProfile = (text: string | null): CsvProfile =>
  csvProfiles.find(({ value }) => value === text)?.value ?? "standard";

/** The profile of this browser's CSV files. */
export function csvProfile(): CsvProfile {
  chosen ??= readProfile(storedProfile());
  return chosen;
}

/** Writes all further CSV files so. Where storage is forbidden it holds until the page is left. */
export function chooseCsvProfile(profile: CsvProfile) {
  chosen = profile;
  try {
    localStorage.setItem(KEY, profile);
  } catch {
    // The choice is made again on the next visit.
  }
  for (const listener of listeners) listener();
}

/** Calls the listener when another profile is chosen on this page. */
export function watchCsvProfile(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function storedProfile(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

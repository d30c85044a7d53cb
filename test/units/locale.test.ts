import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { localeOf } from "@/app/service/request-locale";
import { defaultPrice } from "@/lib/catalog";
import { estimate, withApis } from "@/lib/engine";
import { planTable } from "@/lib/export/plan-tables";
import { defaultScenario } from "@/lib/scenario";
import type { Field, NumberField } from "@/lib/scenario/field-kinds";
import { fields } from "@/lib/scenario/fields";
import { numberText, readTyped } from "@/lib/scenario/read-field";
import { scenarioSchema } from "@/lib/scenario/schema";
import {
  dayText,
  formatQuantity,
  grouped,
  localeTag,
  marksOf,
  parseQuantity,
  sharedScale,
} from "@/lib/units";
import { LOCALES } from "@/lib/units/locale-choice";
import { offerOfPrice } from "@/lib/view/catalog/offer-text";
import { changeText, percent } from "@/lib/view/percent";
import { cellValue } from "@/lib/view/table";
import { LOOKUP } from "../engine/plans";

const inLocale = (tag: string | undefined) => {
  globalThis.requestLocale = () => tag;
};
afterEach(() => inLocale(undefined));

describe("a locale", () => {
  it("has the marks that its readers expect", () => {
    expect(marksOf("de-DE")).toEqual({ decimal: ",", group: "." });
    expect(marksOf("fr-FR")).toEqual({ decimal: ",", group: "\u202f" });
    expect(marksOf("de-CH")).toEqual({ decimal: ".", group: "’" });
    expect(marksOf("en-IN")).toEqual({ decimal: ".", group: ",", pairs: true });
    for (const odd of [undefined, "", "ar-EG"])
      expect(marksOf(odd), odd).toEqual({ decimal: ".", group: "," });
  });

  it("writes numbers, shares, amounts and days", () => {
    inLocale("de-DE");
    expect(formatQuantity(1_234.5, "USD").full).toBe("$1.234,50");
    expect(formatQuantity(1.5e-7, "1").number).toBe("1,50e-7");
    expect(percent(0.072)).toBe("7,2 %");
    expect(changeText(11.5)).toBe("×13");
    expect(changeText(3.5)).toBe("×4,5");
    expect(grouped(12_345)).toBe("12.345");
    expect(sharedScale([1234.5, 7.25], "USD").text(1234.5)).toBe("1.234,50");
    expect(dayText("2026-11-29")).toBe("29.11.2026");
    expect(dayText("2026-11")).toBe("11/2026");
    expect(dayText("2026")).toBe("2026");
    expect(dayText("rumoured")).toBe("rumoured");
    inLocale("en-IN");
    const indian = [12, 1234, 12_345, 123_456, 1_234_567, 12_345_678, -1_234_567_890];
    expect(indian.map((value) => grouped(value))).toEqual(
      indian.map((value) => new Intl.NumberFormat("en-IN").format(value)),
    );
    expect(formatQuantity(1_234_567.5, "USD").full).toBe("$12,34,567.50");
    expect(sharedScale([1_234_567, 65_700], "USD").text(1_234_567)).toBe("12,34,567");
    inLocale(undefined);
    expect(dayText("2026-11-29")).toBe("2026-11-29");
  });

  it("is understood as people type it: pairs of digits, and Arabic and Persian digits with their marks", () => {
    const read = (text: string, comma = false) => {
      const reading = parseQuantity(text, "USD", comma);
      return reading.ok ? reading.value : reading.message;
    };
    for (const text of ["12,34,567", "$12,34,567.00", "١٬٢٣٤٬٥٦٧", "۱٬۲۳۴٬۵۶۷", "١٢٣٤٥٦٧"])
      expect(read(text), text).toBe(1_234_567);
    expect([read("٢٫٤٩"), read("٢٫٤٩", true), read("۲٫۵k")]).toEqual([2.49, 2.49, 2500]);
    // What is no grouping stays refused, also where the point is the mark between groups.
    for (const text of ["12,34", "1,2,345", "12,34,56", "123,45,678"])
      expect(read(text), text).toEqual(expect.any(String));
    expect(read("12.34.567", true)).toEqual(expect.any(String));
  });

  it.each(LOCALES)(
    "%s reads what it writes in every number field, and files go on being read one way",
    (tag) => {
      inLocale(tag);
      let comma = 0;
      for (const field of Object.values(fields)) {
        if (field.kind !== "number") continue;
        for (const value of [
          field.min,
          field.max,
          Number((field.min + (field.max - field.min) / 3).toPrecision(5)),
        ]) {
          if (field.integer && !Number.isInteger(value)) continue;
          if (field.choices && !field.choices.includes(value)) continue;
          const text = numberText(field, value);
          if (text.includes(",")) comma++;
          const reading = readTyped(field, text);
          expect(reading, `${field.label}: ${text}`).toMatchObject({ ok: true });
          expect(reading.ok && reading.value / (value || 1)).toBeCloseTo(value === 0 ? 0 : 1, 9);
        }
      }
      expect(comma > 0 || marksOf(tag).group !== ",").toBe(true);
      const scenario = scenarioSchema.parse({
        workload: { model: "m", inputTokens: "1,234" },
        options: [{ accelerator: "a", pricePerHour: "$2.49/h" }],
      });
      expect(scenario.workload.inputTokens).toBe(1234);
      expect(scenario.options[0]?.pricePerHour).toBe(2.49);
      expect(parseQuantity("1,234.5", "1")).toMatchObject({ ok: true, value: 1234.5 });
    },
  );

  it("refuses what the other mark would make another number, and says how to write it", () => {
    const typed = (text: string) => readTyped(fields["options.pricePerHour"], text);
    inLocale("de-DE");
    expect(typed("1.234,5")).toMatchObject({
      ok: false,
      message: expect.stringContaining("understood $1.234,50/h"),
    });
    expect(typed("2,49 $/h")).toMatchObject({ ok: true, value: 2.49 });
    expect(typed("$2,49/h")).toMatchObject({ ok: true, value: 2.49, understood: "$2,49/h" });
    expect(typed("2.49")).toEqual({ ok: false, message: '"2.49" has a decimal point: write 2,49 or 249' });
    expect(typed("1,234.5")).toEqual({ ok: false, message: '"1,234.5" has a decimal point: write 1234,5' });
    expect(typed("1,234,567")).toMatchObject({ ok: false });
    inLocale("en-GB");
    expect(typed("2,49")).toEqual({ ok: false, message: '"2,49" has a decimal comma: write 2.49 or 249' });
  });
});

it("moves no number of an estimate, a file or an offer that is taken", () => {
  const numbers = (tag: string | undefined) => {
    inLocale(tag);
    const found = withApis(estimate(defaultScenario, LOOKUP));
    const tables = (["figures", "months", "inputs"] as const).map((which) => {
      const { columns, rows } = planTable(which, found, LOOKUP, () => undefined);
      const ids = columns.flatMap(({ id, kind }) => (kind === "number" ? [id] : []));
      return rows.map((row) => ids.map((id) => cellValue(row[id])));
    });
    const offers = defaultScenario.options.map(({ accelerator }) => {
      const price = defaultPrice(accelerator);
      return price && offerOfPrice(price);
    });
    return { tables, offers, figures: found.options.map(({ figures }) => figures) };
  };
  expect(numbers("de-DE")).toEqual(numbers(undefined));
});

describe("the locale of a request", () => {
  const of = (url: string, cookie?: string, language?: string) =>
    localeOf({ url, headers: { cookie, "accept-language": language } });

  it("is the chosen one, or the browser's where that was chosen; never that of a program", () => {
    expect(of("/", undefined, "de")).toBeUndefined();
    expect(of("/prices", "a=b; locale=fr-FR; c=d", "de")).toBe("fr-FR");
    expect(of("/", "locale=browser", "pt-BR,pt;q=0.9")).toBe("pt-BR");
    expect(of("/", "locale=browser")).toBeUndefined();
    expect(of("/", "locale=browser", "de-AT")).toBe("de-DE");
    expect(of("/", "locale=browser", "xx")).toBeUndefined();
    for (const url of ["/api/v1/estimate", "/api/v1/export?format=csv", "/mcp"])
      expect(of(url, "locale=fr-FR")).toBeUndefined();
    expect(of("/api", "locale=fr-FR")).toBe("fr-FR");
    expect(of("/", "locale=<script>")).toBeUndefined();
    expect(localeTag()).toBeUndefined();
  });
});

/** Files that may write numbers past lib/units, and why. */
const PAST: Readonly<Record<string, string>> = {
  "components/catalog/range-list.tsx": "a length for a style sheet",
  "lib/view/percent.ts": "a length for a style sheet",
  "lib/view/levers/rows.ts": "rounded, then written by lib/units",
  "lib/view/currency.ts": "the sign of a currency",
  "lib/accuracy/fit.ts": "messages of a command",
  "lib/accuracy/measurement.ts": "messages of a command",
  "lib/catalog/lint": "messages of a command",
  "lib/db/circuit-breaker.ts": "a line of the log",
};

it("no page writes numbers or days but through lib/units", () => {
  const found = ["app", "components", "lib"]
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: "utf8" }).map((name) => join(root, name)),
    )
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("lib/units/") && !/generated/.test(file))
    .filter((file) => !Object.keys(PAST).some((known) => file.startsWith(known)))
    .filter((file) =>
      /\.toLocaleString\(|\.toFixed\(|Intl\.(?:Number|DateTime)Format|toLocaleDate/.test(
        readFileSync(file, "utf8"),
      ),
    );
  expect(found).toEqual([]);
});

describe("a count with three decimals", () => {
  const counted = (Object.values(fields) as Field[]).filter(
    (field) => field.kind === "number" && ["tok", "user", "req"].includes(field.unit),
  ) as NumberField[];
  it.each([
    ["en-US", "8.192", "8,192"],
    ["de-DE", "8,192", "8.192"],
  ])("is refused in %s, where %s may be a thousand times as many", (tag, fraction, thousands) => {
    inLocale(tag);
    expect(counted.length).toBeGreaterThan(8);
    for (const field of counted) {
      expect(readTyped(field, fraction)).toEqual({
        ok: false,
        message: `"${fraction}" may mean 8192 or a fraction: write 8192, or ${fraction}0`,
      });
      const whole = readTyped(field, thousands);
      expect(whole.ok ? whole.value : whole.message).toSatisfy(
        (read: unknown) => read === 8192 || /^must be /.test(String(read)),
      );
    }
  });
});

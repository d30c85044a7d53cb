import { expect, it } from "vitest";
import { estimate } from "@/lib/engine";
import { defaultScenario } from "@/lib/scenario";
import { fields } from "@/lib/scenario/fields";
import { numberText, readTyped } from "@/lib/scenario/read-field";
import { formatQuantity, ownScale, sharedScale } from "@/lib/units";
import { priceParts } from "@/lib/view/board/price-columns";
import { moneyText } from "@/lib/view/currency";
import { sensitivityCases } from "@/lib/view/sensitivity-cases";
import { valueText } from "@/lib/view/value-text";
import { LOOKUP } from "../engine/plans";

const PATH = "options.pricePerHour";

/** Every way in which pages write the price of an hour, as text without its unit. */
function writings(hour: number): Record<string, string> {
  const [option] = defaultScenario.options;
  if (!option) throw new Error("no option");
  const scenario = { ...defaultScenario, options: [{ ...option, pricePerHour: hour }] };
  const { options } = estimate(scenario, LOOKUP);
  const [found] = options;
  if (!found) throw new Error("no estimate");
  const typed = readTyped(fields[PATH], String(hour));
  const bare = (text = "") => text.replace(/^\$|\/h$/g, "");
  return {
    board: bare(priceParts(found, undefined)[0]),
    "list of offers": bare(moneyText(hour / 3600, "USD/s", undefined).number),
    "what points at it": bare(formatQuantity(hour / 3600, "USD/s").full),
    "what was understood": bare(typed.ok ? typed.understood : typed.message),
    "input box": numberText(fields[PATH], hour),
    "difference of two plans": bare(valueText(PATH, hour, (id) => id)),
    sensitivity: bare(sensitivityCases(scenario, option, hour).find(({ id }) => id === PATH)?.now),
  };
}

it.each([
  [4.5, "4.50"],
  [2, "2.00"],
  [2.49, "2.49"],
  [0.5, "0.50"],
  [12.3, "12.30"],
])("the price of an hour is written one way wherever it stands: %d", (hour, text) => {
  for (const [where, written] of Object.entries(writings(hour))) expect(written, where).toBe(text);
});

it("keeps the digits of amounts that are all small", () => {
  expect(sharedScale([2.34e-6, 4.1e-6], "USD").text(2.34e-6)).toBe("0.00000234");
  expect(sharedScale([2.34e-6, 1200], "USD").text(1200)).toBe("1,200.000");
  expect(ownScale.text(4.5)).toBe("4.50");
});

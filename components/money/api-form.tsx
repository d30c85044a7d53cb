"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { apiOfferSchema } from "@/lib/scenario/api-offer";
import type { ApiOffer } from "@/lib/scenario/schema";
import { decimalComma, formatIn, parseQuantity } from "@/lib/units";
import { today } from "@/lib/view/catalog/age";

const PRICES = [
  ["input", "Input, USD per million tokens"],
  ["cachedInput", "Cached input, USD per million tokens"],
  ["output", "Output, USD per million tokens"],
] as const;
const TERMS = [
  ["batchDiscount", "Off for a batch, %"],
  ["requestsPerMinute", "Requests a minute for an account"],
  ["tokensPerMinute", "Tokens a minute for an account"],
  ["outputTokensPerMinute", "Tokens written a minute for an account"],
] as const;
const NUMBERS = [...PRICES, ...TERMS];
const TEXTS = [
  ["provider", "Provider"],
  ["name", "The model's name there"],
] as const;
type NumberKey = (typeof NUMBERS)[number][0];

const written = (key: NumberKey, value: number | undefined): string =>
  value === undefined
    ? ""
    : key === "batchDiscount"
      ? `${formatIn(Math.round(value * 1000) / 10, "1")}%`
      : formatIn(value, "1");

type Props = {
  offer: ApiOffer;
  onTake: (offer: ApiOffer) => void;
  onClose: () => void;
};

/** The prices and terms of an API as a person knows them; what is left empty is not known. */
export function ApiForm({ offer, onTake, onClose }: Props) {
  const [texts, setTexts] = useState(() => ({
    provider: offer.provider,
    name: offer.name,
    ...Object.fromEntries(NUMBERS.map(([key]) => [key, written(key, offer[key])])),
    note: offer.note ?? "",
  }));
  const [message, setMessage] = useState<string>();
  const said = texts as Readonly<Record<string, string>>;
  const set = (key: string, value: string) => setTexts({ ...texts, [key]: value });

  function take() {
    const numbers: Partial<Record<NumberKey, number>> = {};
    for (const [key, label] of NUMBERS) {
      const text = (said[key] ?? "").replace(/^\s*\$/, "").trim();
      if (text === "") continue;
      const share = key === "batchDiscount" && !text.endsWith("%") ? `${text}%` : text;
      const reading = parseQuantity(share, "1", decimalComma());
      if (!reading.ok) return setMessage(`${label}: ${reading.message}`);
      numbers[key] = reading.value;
    }
    const priced = PRICES.every(([key]) => numbers[key] === offer[key]);
    if (!priced && said.note?.trim() === "") return setMessage("Note: say where the price comes from");
    const read = apiOfferSchema.safeParse({
      ...numbers,
      model: offer.model,
      provider: said.provider,
      name: said.name,
      ...(said.note?.trim() ? { note: said.note } : {}),
      asOf: priced ? offer.asOf : today(),
    });
    if (!read.success) {
      const key = String(read.error.issues[0]?.path[0] ?? "");
      const label = [...NUMBERS, ...TEXTS].find(([id]) => id === key)?.[1] ?? "Note";
      return setMessage(`${label}: is needed, and within its bounds`);
    }
    onTake(read.data);
  }

  const field = ([key, label]: readonly [string, string], mode: "text" | "decimal") => (
    <label key={key} className="grid gap-0.5 text-muted text-xs">
      {label}
      <input
        value={said[key] ?? ""}
        maxLength={80}
        inputMode={mode}
        placeholder={mode === "decimal" && key !== "input" && key !== "output" ? "not known" : ""}
        onChange={(event) => set(key, event.currentTarget.value)}
        className="control min-w-0 px-2 py-1 text-sm text-text"
      />
    </label>
  );
  return (
    <form
      aria-label={`Prices and limits of ${offer.provider}`}
      className="mt-2 grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-2 wide:grid-cols-3"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      {TEXTS.map((each) => field(each, "text"))}
      {NUMBERS.map((each) => field(each, "decimal"))}
      {field(["note", "Where the price comes from"], "text")}
      <div className="flex items-end gap-2">
        <Button type="submit">Use it</Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
      {message && (
        <div className="col-span-full">
          <FieldError id="api-error" message={message} />
        </div>
      )}
    </form>
  );
}

"use client";

import { useState } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field-error";
import { currencySchema } from "@/lib/scenario/currency";
import { decimalComma, formatIn, parseQuantity } from "@/lib/units";
import { today } from "@/lib/view/catalog/age";
import { currencyNote } from "@/lib/view/currency";
import { LocaleForm } from "./locale-form";

const codes: readonly string[] = Intl.supportedValuesOf("currency");

/** The currency that amounts are shown in, with the rate that the person gives, its day and its source. */
export function CurrencyForm() {
  "use memo";
  const { state, dispatch } = usePlanner();
  const { currency } = state.scenario;
  const [code, setCode] = useState(currency?.code ?? "");
  const [rate, setRate] = useState(currency ? formatIn(currency.perDollar, "1") : "");
  const [asOf, setAsOf] = useState(currency?.asOf ?? today());
  const [source, setSource] = useState(currency?.source ?? "");
  const [message, setMessage] = useState<string>();

  function take() {
    const perDollar = parseQuantity(rate, "1", decimalComma());
    if (!perDollar.ok) return setMessage(`Rate: ${perDollar.message}`);
    const said = {
      code: code.trim().toUpperCase(),
      perDollar: perDollar.value,
      asOf,
      source,
    };
    if (!codes.includes(said.code))
      return setMessage(`Currency: ${said.code || "nothing"} is no code of ISO 4217`);
    if (said.source.trim() === "") return setMessage("Source: say where the rate comes from");
    const read = currencySchema.safeParse(said);
    if (!read.success) return setMessage(`Rate: how many ${said.code} a US dollar is, and its day`);
    setMessage(undefined);
    dispatch({ type: "change", scenario: { ...state.scenario, currency: read.data } });
  }

  function clear() {
    const { currency: _dropped, ...scenario } = state.scenario;
    dispatch({ type: "change", scenario });
  }

  const input = "control min-w-0 px-2 py-1";
  return (
    <section aria-label="Currency" className="rounded-lg border border-line bg-surface px-4 py-3">
      <form
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <h3 className="font-semibold text-sm">Currency</h3>
        <input
          value={code}
          list="currency-codes"
          maxLength={3}
          placeholder="EUR"
          aria-label="Code of the currency"
          onChange={(event) => setCode(event.currentTarget.value)}
          className={`${input} w-20`}
        />
        <datalist id="currency-codes">
          {codes.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <input
          value={rate}
          inputMode="decimal"
          placeholder={`${formatIn(0.87, "1")} for $1`}
          aria-label="Units of it for one US dollar"
          onChange={(event) => setRate(event.currentTarget.value)}
          className={`${input} w-28`}
        />
        <input
          value={asOf}
          maxLength={20}
          aria-label="Day of the rate"
          onChange={(event) => setAsOf(event.currentTarget.value)}
          className={`${input} w-28`}
        />
        <input
          value={source}
          maxLength={80}
          placeholder="Where the rate comes from"
          aria-label="Source of the rate"
          onChange={(event) => setSource(event.currentTarget.value)}
          className={`${input} grow`}
        />
        <Button type="submit">Show amounts in it</Button>
        {currency && <Button onClick={clear}>Back to US dollars</Button>}
      </form>
      {message && <FieldError id="currency-error" message={message} />}
      <p className="mt-1 text-muted text-xs">
        {currency
          ? `${currencyNote(currency)}. Explanations and prices that you type stay in US dollars.`
          : "Amounts are in US dollars. Another currency takes a rate of your own, which stays beside them."}
      </p>
      <LocaleForm />
    </section>
  );
}

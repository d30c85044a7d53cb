import type { Accelerator, Figure, Model, Price } from "@/lib/catalog/schema";
import { formatQuantity, parseUnit } from "@/lib/units";
import type { CustomAccelerator } from "./custom";
import { type CustomFieldKey, customFields } from "./custom-fields";
import type { Scenario } from "./schema";

/** The source of figures that the person at the screen gave. */
const YOURS = "yours";

/** What a plan looks its records up with. */
export type RecordLookup = {
  model(id: string): Model | undefined;
  accelerator(id: string): Accelerator | undefined;
  price(accelerator: string): Price | undefined;
};

/**
 * The same lookup with the scenario's own records in front. Give it to whatever computes a plan: the engine, the
 * repairs, the workbook.
 */
export function withCustom<L extends RecordLookup>(lookup: L, { custom }: Pick<Scenario, "custom">): L {
  if (!custom) return lookup;
  const { models = {}, accelerators = {} } = custom;
  return {
    ...lookup,
    model: (id: string) => own(models, id) ?? lookup.model(id),
    accelerator: (id: string) => {
      const record = own(accelerators, id);
      return record ? acceleratorOf(id, record) : lookup.accelerator(id);
    },
    price: (id: string) => {
      const record = own(accelerators, id);
      return record ? offerOf(id, record) : lookup.price(id);
    },
  };
}

/** A record that was put there, not something every object has ("constructor"). */
function own<T>(records: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(records, id) ? records[id] : undefined;
}

function figure(key: CustomFieldKey, stored: number): Figure {
  const { unit, stored: storedUnit } = customFields[key];
  const value = stored * parseUnit(storedUnit).factor;
  return { value, text: formatQuantity(value, unit).full, source: YOURS };
}

/** The full record of an accelerator of one's own. What it does not say is unknown, as in the catalog. */
export function acceleratorOf(id: string, custom: CustomAccelerator): Accelerator {
  const given = (key: CustomFieldKey) => {
    const value = custom[key];
    return value === undefined ? undefined : figure(key, value);
  };
  const optional = <K extends string>(name: K, found: Figure | undefined) =>
    (found ? { [name]: found } : {}) as { [key in K]?: Figure };
  const link = given("link");
  const bf16 = figure("bf16", custom.bf16);
  return {
    id,
    name: custom.name,
    vendor: YOURS,
    kind: "gpu",
    architecture: custom.architecture,
    peak: {
      bf16,
      fp16: bf16,
      ...optional("fp8", given("fp8")),
      ...optional("int8", given("int8")),
      ...optional("fp4", given("fp4")),
    },
    memory: figure("memory", custom.memory),
    memoryBandwidth: figure("memoryBandwidth", custom.memoryBandwidth),
    ...(link && custom.linkDomain
      ? { link: { name: "link", perDirection: link, domain: custom.linkDomain } }
      : {}),
    ...optional("hostLink", given("hostLink")),
    ...optional("nic", given("nic")),
    ...optional("power", given("power")),
    // A person's own record does not go stale.
    reviewBy: "2100",
  };
}

/** Its price as an offer, where it has one. */
function offerOf(id: string, { pricePerHour }: CustomAccelerator): Price | undefined {
  if (pricePerHour === undefined) return undefined;
  return {
    id: `${YOURS}/${id}`,
    provider: YOURS,
    accelerator: id,
    accelerators: 1,
    area: "global",
    term: "on-demand",
    perAcceleratorHour: figure("pricePerHour", pricePerHour),
    asOf: "undated",
    source: YOURS,
    stated: true,
  };
}

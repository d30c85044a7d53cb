import type {
  Infeasible,
  Note,
  NoteCode,
  OptionEstimate,
  PriceOrigin,
  PurchaseSpread,
  Range,
  Verdict,
} from "@/lib/engine";
import type { Option } from "@/lib/scenario/schema";
import { readOperation } from "./read-operation";
import { all, finite, listOf, member, oneOf, type Reader, recordOf, text } from "./readers";

type Operator = OptionEstimate["operators"][number];
type MemoryPart = OptionEstimate["memory"][number];
type Goodput = NonNullable<OptionEstimate["goodput"]>;
type Binding = NonNullable<OptionEstimate["binding"]>;

const binding = oneOf<Binding>({
  weights: true,
  kv: true,
  compute: true,
  communication: true,
  host: true,
  capacity: true,
});
const reason = oneOf<Infeasible["reason"]>({
  memory: true,
  format: true,
  accuracy: true,
  layout: true,
  unknown: true,
});
const range = all<Range>({
  low: finite,
  high: finite,
  basis: (value) => text(value) ?? "",
});

const intensity: Reader<number | null> = (value) => (value === null ? null : finite(value));

const operator = all<Operator>({
  id: text,
  label: text,
  frame: oneOf<Operator["frame"]>({ decode: true, prefill: true }),
  count: finite,
  flops: finite,
  bytes: finite,
  time: finite,
  intensity,
  bound: oneOf<Operator["bound"]>({ compute: true, memory: true, communication: true, host: true }),
  part: oneOf<Operator["part"]>({
    weights: true,
    kv: true,
    activations: true,
    communication: true,
    host: true,
  }),
});

const memoryPart = all<MemoryPart>({
  part: oneOf<MemoryPart["part"]>({
    weights: true,
    activations: true,
    kv: true,
    runtime: true,
    free: true,
  }),
  bytes: finite,
});

const goodput = all<Goodput>({ batch: finite, outputRate: finite });

const knownNote = all<Note>({
  severity: oneOf<Note["severity"]>({ info: true, caution: true, serious: true }),
  code: oneOf<NoteCode>({
    "expanded-format": true,
    "replaced-format": true,
    "foreign-stack": true,
    "long-context": true,
    "other-vocabulary": true,
    "slow-first-token": true,
    "dealt-by-chance": true,
    "streamed-in-pieces": true,
    "no-prefix-cache": true,
    "power-limit": true,
    "new-model": true,
    adapters: true,
    "own-calibration": true,
    "unknown-start": true,
    earlier: true,
  }),
  text,
});

/** Engines before 1.4 kept the sentence alone. */
const note: Reader<Note> = (value) => {
  const sentence = text(value);
  return sentence === undefined ? knownNote(value) : { severity: "info", code: "earlier", text: sentence };
};

/** What became of the option. Where that was not kept, an option with a time per token ran. */
function verdictOf(value: unknown, figures: Readonly<Record<string, number>>): Verdict {
  const said = member(value, "feasible");
  const feasible = typeof said === "boolean" ? said : figures.tpot !== undefined;
  if (feasible) return { feasible };
  const path = all<{ path: string }>({ path: text });
  const amounts = all<{ needs: number; has: number; unit: string }>({
    needs: finite,
    has: finite,
    unit: text,
  });
  return {
    feasible,
    reason: reason(member(value, "reason")) ?? "unknown",
    message: text(member(value, "message")) ?? "What this option came to was not kept with the plan.",
    ...amounts(value),
    ...path(value),
    // A saved plan is looked at; what would repair it is found anew when it is planned with.
    repairs: [],
  };
}

const spread = all<PurchaseSpread>({ value: finite, low: finite, high: finite, asOf: text });

function priceOriginOf(value: unknown, { pricePerHour }: Option): PriceOrigin {
  if (pricePerHour !== undefined) return { kind: "user" };
  if (member(value, "kind") === "purchase") {
    const [asOf, source] = [text(member(value, "asOf")), text(member(value, "source"))];
    const known = spread(member(value, "spread"));
    return {
      kind: "purchase",
      ...(asOf === undefined ? {} : { asOf }),
      ...(source === undefined ? {} : { source }),
      ...(known ? { spread: known } : {}),
    };
  }
  const listed = all<{ price: string; asOf: string; source: string }>({
    price: text,
    asOf: text,
    source: text,
  })(value);
  const provider = text(member(value, "provider"));
  return listed
    ? { kind: "catalog", ...listed, ...(provider === undefined ? {} : { provider }) }
    : { kind: "unknown" };
}

/** One option's stored estimate, of whatever shape, as today's pages draw it: what cannot be read is absent. */
export function readOption(stored: unknown, option: Option): OptionEstimate {
  const figures = recordOf(finite)(member(stored, "figures"));
  const accelerator = member(stored, "accelerator");
  const memory = text(member(accelerator, "memory"));
  const model = text(member(stored, "model"));
  const found = goodput(member(stored, "goodput"));
  const operation = readOperation(member(stored, "operation"));
  return {
    option,
    accelerator: {
      id: option.accelerator,
      name: text(member(accelerator, "name")) ?? option.accelerator,
      ...(memory ? { memory } : {}),
    },
    ...(model ? { model } : {}),
    verdict: verdictOf(member(stored, "verdict"), figures),
    figures,
    ranges: recordOf(range)(member(stored, "ranges")),
    binding: binding(member(stored, "binding")) ?? null,
    operators: listOf(operator)(member(stored, "operators")),
    memory: listOf(memoryPart)(member(stored, "memory")),
    origin: { price: priceOriginOf(member(member(stored, "origin"), "price"), option) },
    notes: listOf(note)(member(stored, "notes")),
    ...(found ? { goodput: found } : {}),
    ...(operation ? { operation } : {}),
  };
}

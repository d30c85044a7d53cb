import type { Accelerator, Model } from "@/lib/catalog/schema";
import type { OwnMeasurement } from "@/lib/scenario";
import type { Result } from "./result";

/** What a plan's records are called, beside which a file's own names are laid. */
export interface Called {
  readonly model: Pick<Model, "id" | "name" | "huggingFace"> | undefined;
  readonly accelerator: Pick<Accelerator, "name"> | undefined;
}

/**
 * What a file names otherwise than the plan: files spell names as they like, so that only a person can say whether both
 * are the same. Empty where they agree or the file names nothing.
 */
export function unlikePlan(result: Result, { model, accelerator }: Called): string[] {
  const names = model ? [model.id, model.name, model.huggingFace ?? ""] : [];
  const chip = accelerator && telling(accelerator.name);
  return [
    ...(result.model !== undefined && model && !names.some((name) => alike(result.model as string, name))
      ? [`It names the model ${result.model}, the plan has ${model.name}.`]
      : []),
    ...(result.accelerator !== undefined && accelerator && chip && !chip.test(result.accelerator)
      ? [`It names the accelerator ${result.accelerator}, the plan has ${accelerator.name}.`]
      : []),
  ];
}

/** What names of one model differ in: who tuned it for what, and how its weights are stored. */
const VARIANT =
  /^(meta|instruct|it|chat|hf|base|fp8|fp16|bf16|w\d+a\d+|awq|gptq|int\d|nvfp4|mxfp4|quantized|dynamic|gguf)$/;

/** The words of a model's name, without its publisher and its folder: "llama", "3.1", "70b". */
const wordsOf = (name: string): string[] =>
  (name.split(/[\\/]/).at(-1) ?? "")
    .toLowerCase()
    .replaceAll(/([a-z]{3,})(?=\d)/g, "$1 ")
    .split(/[^a-z0-9.]+/)
    .filter((word) => word !== "" && !VARIANT.test(word));

/** How many parameters a model has, as names say it. */
const SIZE = /^\d+(\.\d+)?[bt]$/;

/** Whether one of two names of a model has all words of the other, and no size beside them; a word alone says too little. */
function alike(one: string, other: string): boolean {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  return (
    short.length > 0 &&
    (short.length > 1 || long.length === 1) &&
    short.every((word) => long.includes(word)) &&
    long.every((word) => short.includes(word) || !SIZE.test(word))
  );
}

/**
 * What of an accelerator's name tells it from others, as a pattern that finds it as words of its own: "h100" of "NVIDIA H100 SXM
 * 80GB", "4090" of "RTX 4090" and of "RTX4090", "gaudi 3" of "Intel Gaudi 3". Undefined where no number does.
 */
function telling(name: string): RegExp | undefined {
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  const model = words.find((word) => /^\d{4}$/.test(word));
  const numbered = words.find((word) => /^(?=.*[a-z])(?=.*\d)/.test(word) && !/^\d+gb$/.test(word));
  const at = words.findIndex((word) => /^\d+$/.test(word));
  if (model) return new RegExp(`(?<!\\d)${model}(?!\\d)`);
  if (numbered) return new RegExp(`(?<![a-z0-9])${numbered}(?![a-z0-9])`, "i");
  return at > 0
    ? new RegExp(`(?<![a-z0-9])${words[at - 1]}[^a-z0-9]*${words[at]}(?![a-z0-9])`, "i")
    : undefined;
}

/** Whether a run is among those that a plan has: the same file brought again says nothing more. */
export const isKnown = (run: OwnMeasurement, known: readonly OwnMeasurement[]): boolean =>
  known.some((other) => told(other) === told(run));

/** All that a run says, whatever its file is called and whether it is switched on. */
const told = ({ on: _on, file: _file, ...rest }: OwnMeasurement): string =>
  JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));

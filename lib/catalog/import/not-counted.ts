import { shown } from "./config-error";

/** Why a kind of network has no record, by what its `model_type` says. */
const REASONS: readonly [types: RegExp, reason: string][] = [
  [
    /^(.*_)?(bert|roberta|deberta|modernbert|electra|mpnet|esm)|bert$/,
    "an encoder, which reads text and writes none: it has no cost per output token",
  ],
  [
    /^(m?t5|umt5|bart|mbart|pegasus|marian|m2m|led|blenderbot|t5gemma)/,
    "an encoder and a decoder of text, of which no record can say how the one's output is kept for the other",
  ],
  [
    /llada|dream|sdar|diffusion|diffu|mmada/,
    "a model that writes many tokens at once and goes over them again: the planner's steps write one token a sequence",
  ],
  [/clip|siglip|^vit|dino|sam\d?$|convnext|depth/, "a network for pictures: it writes no tokens"],
  [
    /wav2vec|hubert|encodec|vits|speecht5|parakeet/,
    "a network for sound of which no record can say the layers",
  ],
  [
    /rwkv|xlstm|retnet|hyena|recurrent_gemma|griffin|zamba|hgrn|based|titans/,
    "made of layers of a kind that the planner has no laws for, so neither its state nor its times could be told",
  ],
];

/** What to say of an architecture that the importer does not read. */
export function notCounted(type: string): string {
  const found = REASONS.find(([types]) => types.test(type.toLowerCase()));
  return found
    ? `${shown(type)} is ${found[1]}`
    : `the architecture ${shown(type)} is not supported. If it is another one under a new name, give that name as model_type`;
}

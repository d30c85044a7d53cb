import { inForm, number, optionalChoice, requiredRecord } from "./field-kinds";

/** The sizes of groups of accelerators, unless a field says others. */
export const powersOfTwo = [1, 2, 4, 8, 16, 32, 64] as const;

/** What only an option has: its accelerator, how the model is divided over many, and what one costs. */
export const optionFields = inForm("layout", {
  "options.accelerator": requiredRecord("accelerators", "Accelerator", "The chip to run on.", "option"),
  "options.tp": number("Tensor parallel", "acc", [1, 64], {
    scale: "log",
    default: 1,
    // An Inf2.48xlarge has twelve, and all of them share a model.
    choices: [1, 2, 4, 8, 12, 16, 32, 64],
    swings: true,
    form: "option",
    help: "Accelerators that split every layer of one replica between them.",
  }),
  "options.pp": number("Pipeline stages", "1", [1, 16], {
    scale: "log",
    default: 1,
    choices: [1, 2, 4, 8, 16],
    swings: true,
    help: "Groups of accelerators that hold one share of the layers each, one behind the other.",
  }),
  "options.dp": number("Attention ranks", "1", [1, 64], {
    scale: "log",
    default: 1,
    choices: powersOfTwo,
    help: "Ranks that attend to sequences of their own and share the experts of a mixture.",
  }),
  "options.ep": number("Expert groups", "1", [1, 64], {
    scale: "log",
    default: 1,
    choices: powersOfTwo,
    help: "Groups that the experts of a mixture are divided into, at most as many as accelerators in a stage.",
  }),
  "options.replicas": number("Replicas", "1", [1, 10_000], {
    scale: "log",
    empty: "as needed",
    form: "option",
    help: "Copies of the model, each with its own batch. Left empty, as many as the traffic needs; one where a batch is asked for.",
  }),
  "options.prefillReplicas": number("Prompt replicas", "1", [0, 10_000], {
    default: 0,
    help: "Replicas that process prompts alone and hand their cache over. At zero every replica does both.",
  }),
  "options.bridge": optionalChoice(
    "Bridge",
    "Cards with a bridge that is sold apart, such as H100 NVL: whether pairs are joined by it. Left empty, they meet over the host.",
    {
      apart: "Over the host",
      joined: "Joined by their bridge",
    },
  ),
  "options.threads": number("Threads", "1", [1, 1024], {
    scale: "log",
    empty: "all",
    help: "Threads of a CPU that compute. Left empty, every core does; accelerators without cores ignore it.",
  }),
  "options.instances": number("Instances per chip", "1", [1, 16], {
    // By definition: without another there is one.
    input: { otherwise: 1 },
    help: "Instances of the server that share one accelerator, by time or as MIG slices, of this model or beside others. Each is a replica of its own; they share its memory, and its bandwidth and compute while all are busy.",
  }),
  "options.partition": optionalChoice(
    "Instances share",
    "How the instances of an accelerator share it. Left empty, by time: each has an equal part while all are busy. MIG gives each the largest profile of which there are so many, for itself.",
    {
      time: "By time",
      mig: "MIG slices",
    },
  ),
  "options.neighbours": optionalChoice(
    "Other instances are",
    "Whose the other instances of an accelerator are. Left empty, this model's, which pays for whole accelerators; beside other models it pays for its own instances.",
    {
      same: "Of this model",
      others: "Of other models",
    },
    { input: {} },
  ),
  "options.powerLimit": number("Power limit", "W", [1, 10_000], {
    scale: "log",
    input: {},
    help: "Limit on the draw of one accelerator. Below what prompts draw it lowers the clock.",
  }),
  "options.pricePerHour": number("Price", "USD/h", [0, 1000], {
    step: 0.01,
    stored: "USD/h",
    form: "option",
    help: "US dollars per accelerator and hour. Left empty, the catalog's price is used.",
  }),
});

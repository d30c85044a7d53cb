import { bind, type Loaded } from "../bind";
import { decodeCorrection, promptCorrection } from "../formulas/correction";
import { inputTokens, reservedContext } from "../formulas/lengths";
import { newTokens } from "../formulas/load";
import { kvBudget, kvBytesAtEnd } from "../formulas/memory";
import { stepTime } from "../formulas/operators";
import { transferTime } from "../formulas/prompts";
import { firstPiece } from "../formulas/serving";
import * as q from "../inputs";
import { loadInputs, stepProgram } from "../quantities";
import type { Gain } from "./draw";
import type { Cache, Server } from "./server";
import type { StepTables } from "./step-times";

/** By judgement, where steps are timed: sequences and rows at these and at the most, contexts at these shares of the mean. */
const SEQUENCES = [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 1024, 2048];
const BESIDE = [0, 1, 8, 32, 128, 512];
const ROWS = [1, 16, 64, 128, 256, 512, 1024, 2048, 4096, 8192];
const CONTEXTS = [1 / 8, 1 / 2, 1, 2, 8];
const ATTENDED = [0, 1 / 2, 1, 2, 8];
/** A step without rows is timed as one of a single row: how many experts nobody asks for is no question to ask. */
const LEAST_ROWS = 1;

/**
 * Counted: half a decode step of `pipelineDepth` is the wait for the step under way, which a simulation has by itself; replicas
 * that only answer take a prompt up between two steps.
 */
const OWN_WAIT = 0.5;
/**
 * Chosen on the calibration rows of data/benchmarks/openloop.csv: of the decode steps between admission and first token
 * that closed loops show, so many are not the queue that a simulation has by itself.
 */
const OWN_DEPTH = 0.25;

/**
 * The scheduler of one attention rank of a loaded plan, its steps timed by the plan's formulas. `most` is the largest
 * number of sequences at a time.
 */
export function serverOf(loaded: Loaded, most: number): Server {
  const { deployment, load } = loaded;
  const { stack, layout } = deployment;
  const { serving } = load.plan;
  const timer = timerOf(loaded);
  const apart = layout.prefillReplicas > 0;
  const { batching } = serving;
  const corrected = loaded.image.value(promptCorrection);
  const depth = apart ? 1 - OWN_WAIT : OWN_DEPTH * stack.pipelineDepth.value;
  const mean = loaded.image.value(inputTokens) + loaded.image.value(q.knobs.outputTokens) / 2;
  return {
    scheduling: batching === "static" || batching === "dynamic" ? batching : apart ? "apart" : "continuous",
    most,
    chunk: serving.chunkTokens,
    window: serving.batchWindow,
    stages: layout.pipeline,
    cache: timer.cache(stack.reservedShare?.value === 1),
    times: timer.tables(most / layout.pipeline, serving.chunkTokens, mean),
    gain: timer.gain,
    firstToken: {
      request: corrected * stack.requestTime.value,
      stretch: stack.prefillStretch.value,
      depth: corrected * Math.max(0, depth),
      piece: (corrected * (loaded.image.value(firstPiece) - 1)) / timer.gain.mean,
      transfer: corrected * timer.transfer,
    },
  };
}

function timerOf({ deployment, load, image: main }: Loaded) {
  const { image } = bind(deployment, stepProgram);
  for (const input of loadInputs) image.set(input, input.value(load));
  image.set(q.knobs.turns, 1);
  image.set(q.knobs.longestInput, 0);
  image.set(q.knobs.longestOutput, 0);
  const { passes, base, perSequence, tokens, acceptance } = load.drafting;
  const lockStep = deployment.layout.data > 1 ? main.value(q.rankBalance) : 1;
  const corrected = { decode: main.value(decodeCorrection), prompt: main.value(promptCorrection) };
  const ofPrompt = main.value(newTokens);
  const under = (context: number) => {
    image.set(q.knobs.turnTokens, context);
    image.set(q.knobs.outputTokens, 0);
    image.run(1);
  };
  const step = (sequences: number, rows = 0, pairs = 0): number => {
    image.set(q.givenSequences, rows > 0 ? sequences : Math.max(LEAST_ROWS, sequences));
    image.set(q.givenPrompts, rows);
    image.set(q.givenPairs, pairs);
    // As many prompts end in a step as it has prompts' worth of rows: of a long one a piece, of short ones many.
    image.set(q.givenFinished, rows / ofPrompt);
    image.run(2);
    const drafting = sequences > 0 ? passes * (base + perSequence * sequences) : 0;
    return (image.value(stepTime, { step: "given" }) + drafting) / lockStep;
  };
  return {
    gain: gainOf(tokens, acceptance),
    transfer: main.value(transferTime) / main.value(inputTokens),
    tables(most: number, chunk: number, mean: number): StepTables {
      const sequences = axis(SEQUENCES, most);
      const beside = axis(BESIDE, most);
      const rows = axis(ROWS, chunk);
      const contexts = Float64Array.from(CONTEXTS, (share) => share * mean);
      const attended = Float64Array.from(ATTENDED, (share) => share * mean);
      const decode = new Float64Array(sequences.length * contexts.length);
      contexts.forEach((context, j) => {
        under(context);
        sequences.forEach((count, i) => {
          decode[i * contexts.length + j] = corrected.decode * step(count);
        });
      });
      under(mean);
      const alone = beside.map((count) => step(count));
      const prompt = grid(
        beside,
        rows,
        (count, size, i) => corrected.prompt * (step(count, size, size ** 2 / 2) - (alone[i] as number)),
      );
      const attention = grid(
        rows,
        attended,
        (size, reach) => corrected.prompt * (step(0, size, size * reach) - step(0, size, size ** 2 / 2)),
      );
      return { sequences, contexts, decode, beside, rows, prompt, attended, attention };
    },
    /** The cache of a sequence as a line through its size at the beginning and at the end of a mean answer. */
    cache(reserves: boolean): Cache {
      const bytes = (context: number) => {
        under(context);
        return image.value(kvBytesAtEnd);
      };
      const [from, to] = [
        main.value(inputTokens),
        main.value(inputTokens) + main.value(q.knobs.outputTokens),
      ];
      const perToken = (bytes(to) - bytes(from)) / (to - from);
      return {
        budget: image.value(kvBudget),
        perSequence: bytes(from) - perToken * from,
        perToken,
        reserve: main.value(q.knobs.contiguousCache) > 0 ? "longest" : reserves ? "answer" : "nothing",
        longest: main.value(reservedContext),
      };
    },
  };
}

/** What a step gains where each drafted token is accepted with that probability if all before it are. */
function gainOf(tokens: number, acceptance: number): Gain {
  let [mean, square] = [0, 0];
  for (let accepted = 0; accepted <= tokens; accepted++) {
    mean += acceptance ** accepted;
    square += (2 * accepted + 1) * acceptance ** accepted;
  }
  return { mean, deviation: Math.sqrt(Math.max(0, square - mean ** 2)), most: tokens + 1 };
}

/** The points below the most, and the most. */
const axis = (points: readonly number[], most: number): Float64Array =>
  Float64Array.from([...points.filter((point) => point < most), most]);

const grid = (
  along: Float64Array,
  across: Float64Array,
  value: (x: number, y: number, i: number) => number,
): Float64Array =>
  Float64Array.from({ length: along.length * across.length }, (_, at) => {
    const i = Math.floor(at / across.length);
    return value(along[i] as number, across[at % across.length] as number, i);
  });

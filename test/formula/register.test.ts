import { describe, expect, it } from "vitest";
import { at, compileProgram, formula, inOrder, input, perStep, type Quantity, register } from "@/lib/formula";

const quantity = () => input("1", "Any");

describe("names of quantities", () => {
  it("gives each quantity its export name and passes over everything else", () => {
    const weights = quantity();
    const found = register({ weights, helper: () => 1, RATE: 4, nothing: null }, { batch: quantity() });
    expect([...found.keys()]).toEqual(["weights", "batch"]);
    expect(weights.id).toBe("weights");
  });

  it("lists a module's quantities by name, in whatever order the loader has them", () => {
    const module = { weights: quantity(), batch: quantity(), Rate: quantity() };
    expect([...register(module).keys()]).toEqual(["Rate", "batch", "weights"]);
  });

  it.each(["tp8", "FP8", "h100", "r", "C", "R1C1", "r2c", "rc", "c3", "xfd1048576"])(
    "refuses %s, which a spreadsheet reads as a cell",
    (id) => {
      expect(() => register({ [id]: quantity() })).toThrow(`"${id}" cannot be a name in a spreadsheet`);
    },
  );

  it.each(["per_token", "$cost", "β", "a.b"])("refuses %s, which is no plain name", (id) => {
    expect(() => register({ [id]: quantity() })).toThrow(`"${id}" cannot be a name in a spreadsheet`);
  });

  it("refuses a name that two modules share", () => {
    expect(() => register({ rate: quantity() }, { rate: quantity() })).toThrow(
      'two quantities are called "rate"',
    );
  });

  it("refuses two names for one quantity", () => {
    const rate = quantity();
    expect(() => register({ rate }, { speed: rate })).toThrow('"rate" is exported again as "speed"');
  });
});

describe("the order of evaluation", () => {
  it("puts every quantity after all it reads, once", () => {
    const a = quantity();
    const b = formula("1", "B")`${a} * 2`;
    const c = formula("1", "C")`${a} + ${b}`;
    const d = formula("1", "D")`${c} + ${b}`;
    expect(inOrder([d, b])).toEqual([a, b, c, d]);
  });

  it("refuses a formula that reads itself through others, by its label", () => {
    const steps: Record<string, Quantity> = { decode: quantity() };
    const batch = perStep("1", "Batch", steps);
    const twice = formula("1", "Twice the batch")`2 * ${batch}`;
    steps.decode = at("decode", "In a decode step", twice);
    expect(() => inOrder([twice])).toThrow(
      /^(Twice the batch|Batch|In a decode step): the formula reads itself$/,
    );
    expect(() => compileProgram([batch], ["decode"], [])).toThrow(/reads itself/);
  });
});

import { expect, it } from "vitest";
import { calibrationRows, names, validationRows } from "@/app/accuracy/measured";
import { questionOf } from "@/lib/accuracy/question";
import { decodeScenario, encodeScenario } from "@/lib/scenario";

it("makes a link that opens of every measurement that can be planned", () => {
  const questions = [...validationRows(), ...calibrationRows()].flatMap((row) => {
    const question = questionOf(row, names);
    return question.ok ? [{ id: row.id, scenario: question.scenario }] : [];
  });
  expect(questions.length).toBeGreaterThan(3000);
  const faults = questions.flatMap(({ id, scenario }) => {
    const reading = decodeScenario(encodeScenario(scenario));
    if (!reading.ok) return [`${id}: ${reading.errors[0]?.path}: ${reading.errors[0]?.message}`];
    return JSON.stringify(reading.scenario.options) === JSON.stringify(scenario.options) ? [] : [id];
  });
  expect(faults).toEqual([]);
});

import { describe, expect, it } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import { source } from "@/lib/catalog";
import { answer, topologies } from "@/lib/engine";
import { planWorkbook } from "@/lib/export/workbook/plan-workbook";
import { writeWorkbook } from "@/lib/export/workbook/write";
import { parseScenario } from "@/lib/scenario";
import { randomScenarios } from "@/scripts/export-scenarios";
import { formulaFaults } from "@/scripts/xlsx/formula-rules";
import { nameFaults, sheetReferenceFaults, stringFaults } from "@/scripts/xlsx/reference-rules";
import { workbookFaults } from "@/scripts/xlsx/workbook-rules";
import { readXml } from "@/scripts/xlsx/xml";

describe("the rules of formulas", () => {
  const faults = (formula: string) => formulaFaults(formula, new Set(["Model", "A b"])).join("; ");

  it.each([
    ["SUM(Model!$A$1:$A$3)", ""],
    ["IF((Model!$A$1>0),-Model!$B$2,'A b'!$C$3)", ""],
    ["(Model!$A$1*POWER(2,-3))+50%", ""],
    ["CONCAT(A1,B1)", "CONCAT"],
    ["_xlfn.CONCAT(A1)", "not understood"],
    ["NORM.S.DIST(A1,TRUE)", "NORM.S.DIST"],
    ["IF(A1)", "IF has 1 arguments"],
    ["MAX(A1,)", "ends on nothing"],
    ["MAX(,A1)", "argument is empty"],
    ["SUM()", "ends on nothing"],
    ["A1 B1", "follows an operand"],
    ["A1;B1", "not understood"],
    ["(A1", "leaves 1 open"],
    ["A1+", "ends on nothing"],
    ["*A1", "nothing before it"],
    ["=A1", "begins with ="],
    ["Other!A1", "names the sheet Other"],
    ["XFE1", "outside a sheet"],
    ["A1048577", "outside a sheet"],
    [`A1${"+A1".repeat(3000)}`, "letters"],
    [`${"ABS(".repeat(65)}A1${")".repeat(65)}`, "nests too deep"],
  ])("%s: %s", (formula, fault) => {
    if (fault) expect(faults(formula)).toContain(fault);
    else expect(faults(formula)).toBe("");
  });
});

it("XML that is not well-formed is none", () => {
  expect(readXml('<?xml version="1.0"?><a b="&lt;1"><c/>x</a>').attributes.b).toBe("<1");
  for (const text of [
    "<a>",
    "<a></b>",
    "<a>&</a>",
    "<a b=1/>",
    '<a b="1" b="2"/>',
    "<a>\u0001</a>",
    "<a/><b/>",
  ])
    expect(() => readXml(text), text).toThrow();
});

describe("the rules of references", () => {
  const sheet = (inside: string) =>
    sheetReferenceFaults(readXml(`<worksheet>${inside}</worksheet>`), new Set(["rId1"]));

  it.each([
    ['<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:C2"/></mergeCells>', ""],
    ['<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>', "B2:C3 twice"],
    ['<hyperlinks><hyperlink ref="A1" id="rId1"/><hyperlink ref="A2" location="Model!A1"/></hyperlinks>', ""],
    ['<hyperlinks><hyperlink ref="A1" id="rId2"/></hyperlinks>', "leads nowhere"],
    ['<hyperlinks><hyperlink ref="A1"/></hyperlinks>', "leads nowhere"],
    ['<drawing id="rId3"/>', "no relation"],
    ['<dimension ref="A1:B2"/><sheetData><row r="1"/><row r="3"/></sheetData>', "row 3"],
    ['<dimension ref="A1:B3"/><sheetData><row r="1"/><row r="3"/></sheetData>', ""],
  ])("%s: %s", (inside, fault) => {
    if (fault) expect(sheet(inside).join()).toContain(fault);
    else expect(sheet(inside)).toEqual([]);
  });

  it("names one scope has once, and texts that are as many as their list says", () => {
    const book = (names: string) =>
      nameFaults(readXml(`<workbook><definedNames>${names}</definedNames></workbook>`));
    expect(book('<definedName name="A"/><definedName name="A" localSheetId="0"/>')).toEqual([]);
    expect(book('<definedName name="Rate"/><definedName name="rate"/>')).toHaveLength(1);
    expect(stringFaults(readXml('<sst uniqueCount="2"><si/></sst>'))).toHaveLength(1);
    expect(stringFaults(readXml('<sst uniqueCount="1"><si/></sst>'))).toEqual([]);
  });
});

it("every workbook opens without repair, by the rules of its standard", async () => {
  const scenarios = randomScenarios(9, 7).flatMap((input) => {
    const reading = parseScenario(input);
    return reading.ok ? [{ ...reading.scenario, name: "=1+1 <&> \u0001" }] : [];
  });
  const asked = [
    scenarios.find(({ topologies: shapes }) => shapes),
    scenarios.find(({ apis, topologies: shapes }) => apis && !shapes),
  ];
  const books = asked.map((scenario) => {
    if (!scenario) throw new Error("no such scenario among the random ones");
    const lookup = lookupFor(scenario);
    const shapes = topologies(scenario, lookup, { simulate: false });
    const plan = { ...answer(scenario, lookup, { simulate: false }), topologies: shapes };
    return planWorkbook(plan, lookup, source, new Date("2026-11-28"));
  });
  for (const book of books) {
    const bytes = await writeWorkbook(book);
    expect(workbookFaults(bytes).slice(0, 5)).toEqual([]);
  }
  const [sheet] = books[0]?.sheets ?? [];
  if (!sheet) throw new Error("no sheet");
  const broken = async (cell: object, name = "Broken") =>
    workbookFaults(
      await writeWorkbook({
        title: "t",
        sheets: [
          { ...sheet, rows: [] },
          { name, widths: [], rows: [[{ look: "text", ...cell } as never]] },
        ],
      }),
    ).join("; ");
  expect(await broken({ value: 1, formula: "LET(A1,1)" })).toContain("LET");
  expect(await broken({ value: "x".repeat(40_000) })).toContain("letters");
  expect(await broken({ value: 1, format: '0"' })).toContain("quote");
  expect(await broken({ value: -1, look: "date" })).toContain("no day");
  // The writer itself refuses what is no name of a sheet.
  await expect(broken({ value: 1 }, "a".repeat(32))).rejects.toThrow("31");
});

import { openHeadless, type HeadlessWorkbook } from "../../src/engine/headless";
import docstrings from "../../src/functions/docstrings.json";
import metadata from "../../src/functions/functions.json";
import { piecesOf } from "../../src/workbook/formula/tokens";

const offers = metadata.functions.flatMap(({ id, parameters }) =>
  parameters.flatMap((parameter, index) =>
    "customEnumId" in parameter
      ? [{ id, name: parameter.name, enumId: String(parameter.customEnumId), type: parameter.type, index }]
      : [],
  ),
);
const wordsOf = (enumId: string) =>
  metadata.enums.find(({ id }) => id === enumId)?.values.map(({ stringValue }) => stringValue) ?? [];

let workbook: HeadlessWorkbook;
beforeAll(async () => {
  workbook = await openHeadless();
});
afterAll(() => workbook.dispose());

/** The example of a function with another argument at a place, all else in it sound. */
function example(id: string, index: number, argument: string): string {
  const { example: formula } = docstrings[id as keyof typeof docstrings];
  const given = argumentsOf(formula);
  const filled = Array.from({ length: Math.max(given.length, index + 1) }, (_one, at) => given[at] ?? "");
  return `=${id}(${filled.with(index, argument).join(",")})`;
}

/** The arguments of the one call that a formula is. */
function argumentsOf(formula: string): string[] {
  const given = [""];
  let depth = 0;
  for (const { value } of piecesOf(formula).slice(2, -1)) {
    if (value === "(" || value === "{") depth += 1;
    if (value === ")" || value === "}") depth -= 1;
    if (value === "," && depth === 1) given.push("");
    else if (depth > 1 || value !== "(") given.push(given.pop() + value);
  }
  return given;
}

/** Why a formula has no answer, or "" where it has one. */
async function refusal(formula: string): Promise<string> {
  const [evaluation] = await workbook.evaluate([formula]);
  return evaluation && "error" in evaluation ? evaluation.error.message : "";
}

describe.each(offers)("$id, $name", ({ id, name, enumId, type, index }) => {
  test.each(wordsOf(enumId))("takes %s", async (word) => {
    // A word may ask for more than the example gives, by another argument's name.
    expect(await refusal(example(id, index, `"${word}"`))).not.toMatch(new RegExp(`^${name}\\b`));
  });

  test("is offered each word that it takes, in the order in which it names them itself", async () => {
    const words = wordsOf(enumId);
    const quoted = words.map((word) => `"${word}"`);
    const rule =
      name === "convention"
        ? `must be a day count convention (${words.join(", ")})`
        : `must be ${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;

    const said = await refusal(example(id, index, '"no such word"'));
    expect(said).toBe(`${name} ${rule}; received "no such word"`);
  });

  test("is text for Excel, as an enum of text asks", () => {
    expect(type).toBe("string");
  });
});

// Excel hands a number over as text where text is declared, as Excel's own functions take it.
test.each(["0", "1", "2", "3", "4"])("basis %s of YEARFRAC is taken as text as well", async (basis) => {
  const years = (convention: string) => `DAYCOUNT(DATE(2000,7,31),DATE(2000,8,15),${convention})`;
  const [evaluation] = await workbook.evaluate([`=${years(`"${basis}"`)}-${years(basis)}`]);
  expect(evaluation).toMatchObject({ value: 0 });
});

test("a convention is offered with its other names", () => {
  const [french] = metadata.enums.find(({ id }) => id === "convention")?.values ?? [];
  expect(french).toEqual({ name: "ACT/360", stringValue: "ACT/360", tooltip: "A360, 365/360, French, Money Market" });
});

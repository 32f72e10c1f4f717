import { spawnSync } from "node:child_process";
import "../../src/engine/customFunctionsRuntime";
import { catalogue } from "../../src/functions/catalogue";

/** What every example of the functions answers in a process whose language is this, and how that language writes 1,234.5. */
const ANSWERS = `
  const { sourceModule } = require("./scripts/sourceModule.js");
  sourceModule("src/engine/customFunctionsRuntime.ts");
  const { catalogue } = sourceModule("src/functions/catalogue.ts");
  const { shownBy } = sourceModule("test/support/formula.ts");
  const answers = catalogue.map(({ example }) => shownBy(example, () => undefined));
  console.log(JSON.stringify({ written: (1234.5).toLocaleString(), answers }));
`;

function answersIn(locale: string): { readonly written: string; readonly answers: readonly unknown[] } {
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", ANSWERS], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: locale, LANG: locale },
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as ReturnType<typeof answersIn>;
}

let american: ReturnType<typeof answersIn>;
beforeAll(() => void (american = answersIn("en_US.UTF-8")));

/** What a computer's language changes in programs: the marks of numbers, the capital of i, the digits. */
test.each([
  ["German", "de_DE.UTF-8", "1.234,5"],
  ["Turkish", "tr_TR.UTF-8", "1.234,5"],
  ["Arabic of Egypt", "ar_EG.UTF-8", "١٬٢٣٤٫٥"],
])("on a computer in %s every answer is that of an American one", (_language, locale, written) => {
  const there = answersIn(locale);
  expect(there.written).toBe(written);
  expect(there.answers).toEqual(american.answers);
  expect(there.answers).toHaveLength(catalogue.length);
});

const calls = new Map(catalogue.map(({ id, call }) => [id, call]));
const loan = (label: string, principal: unknown) => [
  [label, principal],
  ["Start date", 45_292],
  ["Annual rate", 0.05],
  ["Number of payments", 12],
];
const messageOf = (id: string, ...args: readonly unknown[]) => {
  try {
    return calls.get(id)?.(...args);
  } catch (error) {
    return (error as Error).message;
  }
};

/** A number that stays text, as of a paste in another language, is none: read by guess it could be a thousand times too large. */
test.each([
  ["German", "1.234,56"],
  ["German, without thousands", "1,5"],
  ["German, of millions", "1.234.567"],
  ["French", "1\u202f234,56"],
  ["Swiss", "1'234.50"],
  ["Arabic", "١٬٢٣٤٫٥"],
  ["Arabic percent", "5٪"],
  ["full width", "１２３"],
  ["a mark of direction", "\u200f123"],
])("text in the form of another language is refused by its argument: %s", (_language, text) => {
  const received = `received ${JSON.stringify(text)}`;
  expect(messageOf("BASICEPS", [[text]], [[2]])).toBe(`income must be a number; ${received}`);
  expect(messageOf("TIEOUT", [[5]], [[text]])).toBe(`printed must be a number or a figure as printed; ${received}`);
  const refused = messageOf("LOANBALANCE", [[45_323]], loan("Principal", text), "computed");
  expect(refused).toMatch(/^loan row 1, column 2 \(Principal\) must be an amount/);
  expect(refused).toContain(received);
});

test.each([
  ["a capital I, which in Turkish is that of another letter", "PRINCIPAL"],
  ["full width, as Japanese keyboards write it", "Ｐｒｉｎｃｉｐａｌ"],
  ["a mark of direction, as a paste from Arabic or Hebrew leaves it", "\u200fPrincipal"],
  ["a blank that does not break", "Principal\u00a0"],
])("a label is read in %s", (_what, label) => {
  expect(messageOf("LOANBALANCE", [[45_323]], loan(label, 1_000), "computed")).toEqual([[918.56]]);
});

test.each(["PRİNCİPAL", "prıncıpal"])(
  "a label with the letters of Turkish is refused, and the label meant is named: %s",
  (label) => {
    expect(messageOf("LOANBALANCE", [[45_323]], loan(label, 1_000), "computed")).toContain(
      `loan row 1, column 1 must be a label of a loan sheet, such as Principal; received "${label}"`,
    );
  },
);

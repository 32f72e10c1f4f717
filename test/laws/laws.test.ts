import { catalogue } from "../../src/functions/catalogue";
import { setOpenWorkbook } from "../../src/functions/cells/openWorkbook";
import { held } from "../fuzz/held";
import { AGREEMENT } from "./agreement";
import { CALLS } from "./calls";
import { GENERAL_LAWS } from "./laws";
import { PARTS } from "./parts";

/** The table of laws and functions: a row a law, of each function of which it is held. */
const LAWS = [...GENERAL_LAWS, PARTS, AGREEMENT];
const RUNS = 4;

beforeAll(() => setOpenWorkbook({ formattedNumbers: true }));

test("every function has sound calls to hold the laws against", () => {
  expect(Object.keys(CALLS)).toEqual(catalogue.map(({ id }) => id));
});

const COUNT = LAWS.reduce((count, { of }) => count + Object.keys(of).length, 0);

describe.each(LAWS)("$name", ({ name, of }) => {
  test.each(Object.entries(of))("%s", (id, property) =>
    held({ kind: "law", name: `${name.split(":")[0]} ${id}`, of: COUNT, numRuns: RUNS }, property),
  );
});

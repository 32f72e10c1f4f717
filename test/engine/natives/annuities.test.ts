import fc from "fast-check";
import { evaluatedOver } from "./evaluated";

/** B1 is blank, B2 text that looks like a number, B3 text. */
const evaluated = evaluatedOver([
  [0.01, ""],
  [0.02, "12"],
  [0.03, "twelve"],
]);

const number = async (formula: string) => Number(await evaluated(formula));
const relative = (a: number, b: number) => Math.abs(a - b) / Math.max(1e-300, Math.abs(b));

describe("figures of Microsoft's own pages on these functions", () => {
  test.each([
    ["PMT(8%/12,10,10000)", -1037.03],
    ["PMT(8%/12,10,10000,0,1)", -1030.16],
    ["PMT(6%/12,18*12,0,50000)", -129.08],
    ["IPMT(10%/12,1,3*12,8000)", -66.67],
    ["IPMT(10%,3,3,8000)", -292.45],
    ["PPMT(10%/12,1,2*12,2000)", -75.62],
    ["PPMT(8%,10,10,200000)", -27598.05],
    ["CUMIPMT(9%/12,30*12,125000,13,24,0)", -11135.23],
    ["CUMPRINC(9%/12,30*12,125000,13,24,0)", -934.11],
    ["FV(6%/12,10,-200,-500,1)", 2581.4],
    ["FV(11%/12,35,-2000,,1)", 82846.25],
    ["PV(8%/12,12*20,500)", -59777.15],
    ["NPER(12%/12,-100,-1000,10000,1)", 59.67],
    ["NPER(12%/12,-100,-1000)", -9.58],
    ["RATE(4*12,-200,8000)*100", 0.77],
  ])("%s is %d", async (formula, expected) => {
    expect(Math.round((await number(formula)) * 100) / 100).toBe(expected);
  });
});

/** To fifty digits by the definitions at the head of src/engine/natives/annuity.ts, with the doubles that are typed. */
describe("a rate near zero gives the figures near rate zero", () => {
  test.each([
    ["PMT(1E-16,12,1000)", -83.333333333333388],
    ["PMT(1E-10,360,1000)", -2.77777782791666671],
    ["PMT(4.567E-15,360,1000,-200,1)", -2.2222222222249575],
    ["FV(1E-16,360,-50,200,1)", 17800.000000000317],
    ["FV(1E-10,1,-50)", 50],
    ["PV(1E-16,12,-50)", 599.99999999999961],
    ["PV(4.567E-15,1000000,-50,200,1)", 49999799.885826036],
    ["NPER(1E-16,-100,1000)", 10.0000000000000055],
    ["NPER(1E-10,-5,1000)", 200.00000201000003],
    ["IPMT(1E-10,12,12,1000,50,1)", -3.7500000044375e-9],
    ["PPMT(4.567E-15,1,12,1000,50,1)", -87.50000000000198],
    ["CUMPRINC(4.567E-15,12,1000,3,7,0)", -416.66666666666424],
    ["CUMPRINC(1E-16,12,1000,1,12,0)", -1000],
    ["RATE(12,-100,1200)", 0],
  ])("%s is %d", async (formula, expected) => {
    const answer = await number(formula);
    expect(expected === 0 ? Math.abs(answer) : relative(answer, expected)).toBeLessThan(1e-15 * 2);
  });
});

describe("takes what Excel takes", () => {
  test.each([
    ["a blank cell is 0", "PMT(0.01,12,1000,B1,B1)=PMT(0.01,12,1000)", true],
    ["so is what is left out", "PMT(,12,1000)=PMT(0,12,1000)", true],
    ["TRUE is 1", "PMT(0.01,12,1000,0,TRUE)=PMT(0.01,12,1000,0,1)", true],
    // MS-OI29500 2.1.978: "any nonzero value of argument type is equivalent to 1"
    ["any other type is 1", "IPMT(0.01,3,12,1000,0,-20)=IPMT(0.01,3,12,1000,0,1)", true],
    ["text that looks like a number", 'PMT("1%",B2,"$1,000")=PMT(0.01,12,1000)', true],
    ["a range, cell by cell", "ROUND(PMT(A1:A3,12,1000),2)", [[-88.85], [-94.56], [-100.46]]],
    ["periods counted in parts", "ROUND(IPMT(0.01,1.5,12,1000),6)", -9.606737],
    // CUMIPMT: "nper, start_period, end_period … are truncated to integers"
    ["parts of periods are cut", "CUMIPMT(0.01,12.9,1000,1.5,3.5,0)=CUMIPMT(0.01,12,1000,1,3,0)", true],
    ["a rate of a double that 1 more is exact of", "FV(1,12,-50)", 204750],
    ["no payment, at a rate of -1", "PMT(-1,36,25000)", 0],
  ])("%s", async (_case, formula, expected) => {
    expect(await evaluated(formula)).toEqual(expected);
  });
});

describe("refuses", () => {
  test.each([
    ["PMT(0.01,B3,1000)", '#VALUE! nper must be a number; received "twelve"'],
    ['PMT(0.01,"",1000)', "#VALUE! nper must be a number; received a blank"],
    ["PMT(LAMBDA(x,x),12,1000)", "#VALUE! rate must be a number; received a function"],
    ["PMT(0.01,1/0,1000)", "#DIV/0! a number is divided by zero"],
    ["PMT(0.01,12)", "#VALUE! PMT takes 3 to 5 arguments; received 2"],
    ["PMT(0.01,0,1000)", "#NUM! a number is out of the bounds of the function"],
    ["IPMT(0.01,0,12,1000)", "#NUM! per must be a period from 1 to nper, 12; received 0"],
    ["PPMT(0.01,13,12,1000)", "#NUM! per must be a period from 1 to nper, 12; received 13"],
    // MS-OI29500 2.1.918: "Office returns #NUM! if the end_period argument is greater than the nper argument"
    [
      "CUMPRINC(0.0075,10,125000,13,24,0)",
      "#NUM! end_period must not be after nper, the last of 10 periods; received 24",
    ],
    ["CUMIPMT(0,12,1000,1,3,0)", "#NUM! rate must be more than zero; received 0"],
    ["CUMIPMT(0.01,12,1000,0,3,0)", "#NUM! start_period must be 1 or later; received 0"],
    ["CUMIPMT(0.01,12,1000,4,3,0)", "#NUM! end_period must not be before start_period, 4; received 3"],
    ["CUMIPMT(0.01,12,1000,1,3,2)", "#NUM! type must be 0 or 1; received 2"],
    ["CUMIPMT(0.01,12,1000,1,3,TRUE)", "#VALUE! type must be a number; received true"],
    ["CUMIPMT(0.01,12,1000,1,3,)", "#N/A type must be given; received a blank"],
    ["RATE(0,-100,1000)", "#NUM! nper must be more than zero; received 0"],
    ["RATE(12,0,1000)", "#NUM! no rate makes these amounts come to zero"],
    ["RATE(12,100,1000)", "#NUM! no rate makes these amounts come to zero"],
    ["RATE(12,-100,1000,0,0,-1)", "#NUM! guess must be more than -1; received -1"],
  ])("%s", async (formula, words) => {
    expect(await evaluated(formula)).toBe(words);
  });
});

describe("laws", () => {
  const terms = fc.record({
    rate: fc.double({ min: -0.02, max: 0.2, noNaN: true }),
    nper: fc.integer({ min: 1, max: 480 }),
    pv: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fv: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    type: fc.constantFrom(0, 1),
  });
  const law = (name: string, left: (t: Terms) => string, right: (t: Terms) => string, scale: (t: Terms) => number) =>
    test(name, () =>
      fc.assert(
        fc.asyncProperty(terms, async (t) => {
          expect(Math.abs((await number(left(t))) - (await number(right(t))))).toBeLessThan(1e-9 * scale(t));
        }),
        { numRuns: 60 },
      ),
    );
  const owed = ({ rate, nper, pv, fv }: Terms) => 1 + (Math.abs(pv) + Math.abs(fv)) * Math.max(1, (1 + rate) ** nper);

  law(
    "the payment leaves the future value",
    ({ rate, nper, pv, fv, type }) => `FV(${rate},${nper},PMT(${rate},${nper},${pv},${fv},${type}),${pv},${type})`,
    ({ fv }) => `${fv}`,
    owed,
  );
  law(
    "the payment is worth the present value",
    ({ rate, nper, pv, fv, type }) => `PV(${rate},${nper},PMT(${rate},${nper},${pv},${fv},${type}),${fv},${type})`,
    ({ pv }) => `${pv}`,
    ({ rate, nper, pv, fv }) => 1 + (Math.abs(pv) + Math.abs(fv)) * Math.max(1, (1 + rate) ** -nper),
  );
  law(
    "interest and principal are the payment, in every period",
    ({ rate, nper, pv, fv, type }) =>
      `SUM(IPMT(${rate},SEQUENCE(${nper}),${nper},${pv},${fv},${type})+PPMT(${rate},SEQUENCE(${nper}),${nper},${pv},${fv},${type}))`,
    ({ rate, nper, pv, fv, type }) => `${nper}*PMT(${rate},${nper},${pv},${fv},${type})`,
    owed,
  );
  law(
    "principal adds up to what was lent and is left",
    ({ rate, nper, pv, fv }) => `SUM(PPMT(${rate},SEQUENCE(${nper}),${nper},${pv},${fv}))`,
    ({ pv, fv }) => `${-(pv + fv)}`,
    owed,
  );

  const lent = fc.record({
    // Beyond, a payment is interest but for its last digits, which alone tell how often it is made.
    rate: fc.double({ min: 0.0001, max: 0.05, noNaN: true }),
    nper: fc.integer({ min: 2, max: 120 }),
    pv: fc.integer({ min: 1, max: 1_000_000 }),
    type: fc.constantFrom(0, 1),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  test("cumulative interest and principal are those of the periods; RATE and NPER find the terms again", () =>
    fc.assert(
      fc.asyncProperty(lent, async ({ rate, nper, pv, type, part }) => {
        const first = 1 + Math.floor(part * (nper - 1));
        const some = `SEQUENCE(${nper - first + 1},1,${first})`;
        const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-8 * pv);
        close(
          await number(`CUMIPMT(${rate},${nper},${pv},${first},${nper},${type})`),
          await number(`SUM(IPMT(${rate},${some},${nper},${pv},0,${type}))`),
        );
        close(
          await number(`CUMPRINC(${rate},${nper},${pv},${first},${nper},${type})`),
          await number(`SUM(PPMT(${rate},${some},${nper},${pv},0,${type}))`),
        );
        const payment = `PMT(${rate},${nper},${pv},0,${type})`;
        expect(await number(`RATE(${nper},${payment},${pv},0,${type})`)).toBeCloseTo(rate, 10);
        expect(await number(`NPER(${rate},${payment},${pv},0,${type})`)).toBeCloseTo(nper, 6);
      }),
      { numRuns: 60 },
    ));
});

interface Terms {
  readonly rate: number;
  readonly nper: number;
  readonly pv: number;
  readonly fv: number;
  readonly type: number;
}

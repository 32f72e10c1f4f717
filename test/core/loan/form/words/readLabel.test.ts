import { dayOf } from "../../../../../src/core/calendar/civilDate";
import { LOAN_FIELDS } from "../../../../../src/core/loan/form/fields";
import {
  ALSO_SAYS,
  AMBIGUOUS,
  LAST_RESORT,
  MEMO,
  MEMO_OF_WORDS,
  OF_FREQUENCY,
  RESULTS,
  WORDS,
} from "../../../../../src/core/loan/form/words/labelWords";
import { nearestField } from "../../../../../src/core/loan/form/words/nearestLabel";
import { plainLabel } from "../../../../../src/core/loan/form/words/plainLabel";
import { meaningOf } from "../../../../../src/core/loan/form/words/readLabel";

const DATE = dayOf(2024, 1, 1) + 25_569;

function fieldOf(label: string, value: unknown): string {
  const meaning = meaningOf(label, value);
  if (meaning?.kind !== "field") return meaning?.kind ?? "unknown";
  const said = meaning.says.map(({ value: also }) => ` ${also}`).join("");
  return meaning.field.key + said;
}

describe("a label means its field", () => {
  test.each<[string, unknown, string]>([
    // as a note or a bank writes it
    ["Principal amount", 1_000, "principal"],
    ["Principal Amount of Note:", 1_000, "principal"],
    ["Amount of loan", 1_000, "principal"],
    ["Original Principal Amount ($)", 1_000, "principal"],
    ["Orig. Prin. Bal.", 1_000, "principal"],
    ["Loan", 1_000, "lastResort"],
    ["Loan", "Term loan A", "name"],
    ["Date of the Note", DATE, "startDate"],
    ["Loan origination date", DATE, "startDate"],
    ["Start date of loan", DATE, "startDate"],
    ["Date of issuance", DATE, "startDate"],
    ["Rate of interest", 0.06, "annualRate"],
    ["Interest rate (p.a.)", 0.06, "annualRate"],
    ["Interest Rate, %", 6, "annualRate"],
    ["Annual Interest Rate (APR)", 6, "annualRate"],
    ["Interest rate (r)", 0.06, "annualRate"],
    ["Annual percentage rate (APR)", 0.06, "lastResort"],
    ["Principal (unpaid)", 900, "unknown"],
    ["Amount of bank loan", 1_000, "principal"],
    ["Contract #", "C1537", "passedOver"],
    ["Loan ID No.", 1234, "passedOver"],
    ["Number of coupons", 10, "unknown"],
    ["Promisor name", "John Maker", "passedOver"],
    ["Lender contact", "J. Doe", "passedOver"],
    // in no list: by the words that it is made of, beside a value of its field
    ["Amount to finance", 25_000, "principal"],
    ["Balance financed", 80_000, "principal"],
    ["Loan from shareholder", 50_000, "principal"],
    ["Loan from shareholder", "J. Doe", "unknown"],
    ["AFR rate", 0.0345, "annualRate"],
    ["Current interest rate", 0.06, "annualRate"],
    ["Date advanced", DATE, "startDate"],
    ["Loan made on", DATE, "startDate"],
    ["Date", DATE, "lastResort"],
    ["Disbursal date", DATE, "startDate"],
    ["Duration of agreement", "36 months", "termYears"],
    ["Mos. to mature", 180, "termMonths"],
    ["Repaid over", "5 years", "termYears"],
    ["Paid", "monthly", "frequency"],
    ["Repayment plan", "Standard", "method"],
    ["Monthly installments of", "$928.87", "payment monthly"],
    ["Interest expense account", "6100", "passedOver"],
    ["Interest paid", 500, "passedOver"],
    ["Current rate cap", 0.08, "unknown"],
    ["Amount overdue", 100, "unknown"],
    ["Next payment amount", 100, "unknown"],

    ["Effective annual rate", 0.06, "annualRate effective"],
    ["APR", 0.06, "lastResort"],
    ["A.P.R.", 0.06, "lastResort"],
    ["No. of Pmts", 60, "payments"],
    ["# of payments", 60, "payments"],
    ["Number of monthly payments", 60, "payments monthly"],
    ["Number of Payment(s)", 60, "payments"],
    ["Payments", 60, "payments"],
    ["Payments", "quarterly", "frequency"],
    ["Payments", "interest only", "method"],
    ["Pmts/yr", 12, "frequency"],
    ["Number of Payments per Year", 12, "frequency"],
    ["Payments (per year)", 12, "frequency"],
    ["Loan Period in Years", 5, "termYears"],
    ["Loan term (months)", 60, "termMonths"],
    ["Term", 5, "termYears"],
    ["Term", DATE, "maturityDate"],
    ["Maturity", DATE, "maturityDate"],
    ["Maturity", "5 years", "termYears"],
    ["Maturity (years)", 5, "termYears"],
    ["Number of months", 60, "termMonths"],
    ["Term (payments)", 60, "payments"],
    ["Due date", DATE, "maturityDate"],
    ["Due date", "the first of each month", "passedOver"],
    ["1st Pmt Date", DATE, "firstPaymentDate"],
    ["Date of first payment", DATE, "firstPaymentDate"],
    ["First monthly payment due", DATE, "firstPaymentDate monthly"],
    ["Monthly payment", 500, "payment monthly"],
    ["Monthly Loan Payment", 500, "payment monthly"],
    ["Semi-annual installment", 500, "payment semi annual"],
    ["EMI", 500, "payment monthly"],
    ["P&I", 500, "payment"],
    ["Monthly P & I payment", 500, "payment monthly"],
    ["Monthly payments", 599.55, "payment monthly"],
    ["Monthly payments", 360, "ambiguous"],
    ["Principal payment", 500, "payment level principal"],
    ["Days in year", 360, "dayCount"],
    ["Basis", "Actual/360", "dayCount"],
    ["Interest method", "flat", "interestOn"],
    ["Interest method", "30/360", "dayCount"],
    ["Loan type", "interest only", "method"],
    ["Loan type", "Commercial real estate", "passedOver"],
    ["Amortisation", "level payment", "method"],
    ["Opening balance", 1_000, "ambiguous"],
    ["Current balance", 1_000, "ambiguous"],
    ["Borrower", "Acme", "passedOver"],
    ["Account number", 12_345, "passedOver"],
    ["Collateral", "All assets", "passedOver"],
    ["Total interest", 300, "passedOver"],
    ["Monthly interest rate", 0.005, "passedOver"],
  ])("%s beside %p is %s", (label, value, expected) => {
    expect(fieldOf(label, value)).toBe(expected);
  });

  test("every word of the lists means what the list says, beside a value of its field", () => {
    const values: Readonly<Record<string, unknown>> = { amount: 777.77, rate: 0.06, date: DATE, count: 77, term: 77 };
    const kinds = new Map(LOAN_FIELDS.map(({ key, values: [first] }) => [key, first?.kind ?? "text"]));
    for (const [key, words] of Object.entries(WORDS)) {
      const value = values[kinds.get(key) ?? ""];
      if (value === undefined || key === "term") continue;
      for (const word of words) expect([word, fieldOf(word, value).split(" ")[0]]).toEqual([word, key]);
    }
  });

  test("no word is passed over in one list and means a field in another, unless only beside words", () => {
    const inFields = new Set(LOAN_FIELDS.flatMap(({ label, aliases }) => [label, ...aliases]).map(plain));
    const told = [
      ...MEMO,
      ...RESULTS,
      ...AMBIGUOUS.flatMap(({ words }) => words),
      ...Object.values(LAST_RESORT)
        .flat()
        .filter((word) => word !== "Loan"),
    ];
    expect(told.filter((word) => inFields.has(plain(word)))).toEqual([]);
    expect(new Set(told.map(plain)).size).toBe(told.length);
    expect(new Set(MEMO_OF_WORDS.map(plain)).size).toBe(MEMO_OF_WORDS.length);
  });

  test("what labels say besides is of words and fields that are known", () => {
    for (const [key, says] of Object.entries(ALSO_SAYS)) {
      const words: readonly string[] = LOAN_FIELDS.find((field) => field.key === key)?.aliases ?? [];
      for (const said of says) {
        expect(said.words.filter((word) => !words.includes(word))).toEqual([]);
        expect(LOAN_FIELDS.map((field) => field.key)).toContain(said.key);
      }
    }
    expect(OF_FREQUENCY.filter((key) => !LOAN_FIELDS.some((field) => field.key === key))).toEqual([]);
  });
});

function plain(label: string): string {
  return plainLabel(label).words;
}

describe("the nearest label", () => {
  test.each<[string, unknown, string | undefined]>([
    ["Date of loan origination by broker", DATE, "startDate"],
    ["Orignation date", DATE, "startDate"],
    ["Settlement", DATE, "startDate"],
    ["Loan was disbursed", DATE, "startDate"],
    ["Princpal", 1_000, "principal"],
    ["Total amount of borrowing", 1_000, "principal"],
    ["Anual rate", 0.06, "annualRate"],
    ["Intrest rate (%)", 6, "annualRate"],
    ["Count of monthly installments", 60, "payments"],
    ["Montly payment", 500, "payment"],
    ["Next installment amount", 500, "payment"],
    ["Final maturity of facility on", DATE, "maturityDate"],
    ["Day cont", "ACT/360", "dayCount"],
    ["Xyzzy", 5, undefined],
    ["Jurisdiction of incorporation", "Delaware", undefined],
  ])("to %s is %s", (label, value, key) => {
    expect(nearestField(label, value)?.key).toBe(key);
  });
});

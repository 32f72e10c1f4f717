/**
 * What a label is made of that stands in no list, as data: words of which it has one of each group, and words that it may
 * have besides. Law: a label with any other word is not understood, and one that two fields could claim means neither.
 */

/** The words of the labels of one field. */
interface LabelPattern {
  readonly key: string;
  /** One word of each group stands in the label. */
  readonly has: readonly (readonly string[])[];
  /** Other words that change nothing. */
  readonly may: readonly string[];
}

const PAPER = [
  "loan",
  "note",
  "mortgage",
  "agreement",
  "contract",
  "facility",
  "bank",
  "credit",
  "shareholder",
  "officer",
  "member",
];
const SMALL = ["of", "on", "in", "at", "by", "or", "and", "to", "from", "per", "over", "be"];
const BEGINNING = [
  "start",
  "starting",
  "begin",
  "beginning",
  "origination",
  "issue",
  "issued",
  "issuance",
  "effective",
  "closing",
  "funding",
  "funded",
  "disbursement",
  "disbursal",
  "disbursed",
  "advance",
  "advanced",
  "agreement",
  "contract",
  "commencement",
  "inception",
  "settlement",
  "drawdown",
  "made",
  "execution",
  "signing",
  "borrowing",
  "borrowed",
  "loaned",
  "lent",
  "loan",
  "note",
];

/** What the labels of a field are made of, for the fields whose labels nobody could list. */
export const PATTERNS: readonly LabelPattern[] = [
  {
    key: "principal",
    has: [["principal", "amount", "sum", "loan", "borrowing", "capital", "debt"]],
    may: [
      ...PAPER,
      ...SMALL,
      "original",
      "initial",
      "starting",
      "total",
      "gross",
      "aggregate",
      "face",
      "nominal",
      "par",
      "value",
      "financed",
      "finance",
      "borrowed",
      "lent",
      "loaned",
      "funded",
      "disbursed",
    ],
  },
  {
    key: "principal",
    has: [["balance"], ["financed", "borrowed", "original", "initial", "inception", "origination"]],
    may: [...PAPER, ...SMALL, "principal"],
  },
  {
    key: "annualRate",
    has: [["rate", "interest"]],
    may: [
      ...PAPER,
      ...SMALL,
      "annual",
      "yearly",
      "year",
      "annum",
      "nominal",
      "stated",
      "fixed",
      "contractual",
      "coupon",
      "face",
      "initial",
      "current",
      "afr",
      "applicable",
      "federal",
      "agreed",
      "borrowing",
      "lending",
      "simple",
      "quoted",
    ],
  },
  {
    key: "startDate",
    has: [["date", "dated", "made", "day"], BEGINNING],
    may: [...PAPER, ...SMALL, "original", "interest", "accrual", "s"],
  },
  {
    key: "firstPaymentDate",
    has: [
      ["first", "beginning"],
      ["payment", "payments", "installment", "repayment"],
    ],
    may: [...PAPER, ...SMALL, "date", "due", "monthly", "quarterly", "annual", "regular", "scheduled", "month"],
  },
  {
    key: "maturityDate",
    has: [["maturity", "matures", "final", "last", "expiration", "expiry", "termination", "end"]],
    may: [...PAPER, ...SMALL, "date", "term", "payment", "installment", "due", "stated", "scheduled", "balloon"],
  },
  {
    key: "termYears",
    has: [
      [
        "term",
        "length",
        "duration",
        "life",
        "tenor",
        "tenure",
        "period",
        "years",
        "months",
        "mature",
        "repaid",
        "repayable",
      ],
    ],
    may: [...PAPER, ...SMALL, "repayment", "original", "total", "number", "maturity", "financing", "finance"],
  },
  {
    key: "payments",
    has: [
      ["payments", "installments", "periods", "repayments", "emis"],
      ["number", "total", "count", "scheduled", "quantity"],
    ],
    may: [...PAPER, ...SMALL, "payment", "regular", "equal", "monthly", "quarterly", "annual"],
  },
  {
    key: "payment",
    has: [["payment", "installment", "repayment", "emi"]],
    may: [
      ...PAPER,
      ...SMALL,
      "amount",
      "level",
      "regular",
      "scheduled",
      "equal",
      "fixed",
      "periodic",
      "each",
      "period",
      "principal",
      "interest",
      "blended",
      "contractual",
      "required",
      "monthly",
      "quarterly",
      "annual",
    ],
  },
  {
    key: "dayCount",
    has: [["day", "days", "basis", "accrual", "calculation", "computation"]],
    may: [...SMALL, "count", "convention", "year", "interest", "method", "fraction", "calendar"],
  },
  {
    key: "frequency",
    has: [["frequency", "paid", "payable", "repayable", "repaid", "payments", "interval", "often"]],
    may: [...PAPER, ...SMALL, "payment", "repayment", "installment", "how", "made", "due", "pay"],
  },
  {
    key: "method",
    has: [["repayment", "amortization", "payment", "payments"]],
    may: [...PAPER, ...SMALL, "plan", "type", "method", "style", "structure", "terms", "schedule", "option"],
  },
];

/** The keys of the fields that a label of these words could be meant for. */
export function keysFor(words: string): readonly string[] {
  const all = words.split(" ");
  return PATTERNS.filter(
    ({ has, may }) =>
      has.every((group) => all.some((word) => group.includes(word))) &&
      all.every((word) => may.includes(word) || has.some((group) => group.includes(word))),
  ).map(({ key }) => key);
}

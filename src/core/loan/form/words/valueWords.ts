/**
 * What people type for the values of a loan sheet, as data: other words of a choice, frequencies by payments a year. Law:
 * a word that could mean two choices is refused with both.
 */

/** Other words of the choices, by the field's key and the word that its reader takes. */
export const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  method: {
    "level payment": [
      "Level",
      "Level payments",
      "Amortization",
      "Amortizing loan",
      "Level installments",
      "Level debt service",
      "Equal payment",
      "Equal payments",
      "Equal monthly payments",
      "Equal installments",
      "Equal monthly installments",
      "Equal total payments",
      "Equated monthly installments",
      "EMI",
      "Fixed payment",
      "Fixed payments",
      "Constant payment",
      "Constant payments",
      "Blended payments",
      "Amortizing",
      "Amortized",
      "Fully amortizing",
      "Fully amortized",
      "Self-amortizing",
      "Normal",
      "Normal amortization",
      "Standard",
      "Standard amortization",
      "Regular amortization",
      "Mortgage style",
      "Principal and interest",
      "P&I",
      "Installment",
      "Installments",
      "Installment loan",
      "Direct reduction",
      "French",
    ],
    "level principal": [
      "Level principal payments",
      "Equal principal",
      "Equal principal payments",
      "Equal principal installments",
      "Equal principal plus interest",
      "Equal amortization",
      "Even principal",
      "Even principal payments",
      "Fixed principal",
      "Fixed principal payments",
      "Fixed principal plus interest",
      "Constant principal",
      "Constant amortization",
      "Principal plus interest",
      "Straight-line principal",
      "Straight-line amortization",
    ],
    "interest only": [
      "IO",
      "Interest-only loan",
      "Interest-only payments",
      "Interest only, principal at maturity",
      "Interest only, principal due at maturity",
      "Interest only with principal at maturity",
      "Interest only with balloon",
      "Interest only with a balloon at maturity",
      "Interest only, balloon at maturity",
      "Principal at maturity",
      "Principal due at maturity",
    ],
    bullet: [
      "Bullet loan",
      "Bullet payment",
      "Bullet at maturity",
      "Single payment",
      "Single payment at maturity",
      "One payment",
      "One payment at maturity",
      "Lump sum",
      "Lump sum at maturity",
      "At maturity",
      "Due at maturity",
      "Payable at maturity",
      "All at maturity",
      "All due at maturity",
      "Principal and interest at maturity",
      "Principal and interest due at maturity",
      "Interest and principal at maturity",
    ],
  },
  rateKind: { nominal: ["Fixed", "Fixed rate", "Stated"], effective: ["Effective annual", "Annual effective"] },
  interestOn: {
    "outstanding balance": [
      "Outstanding principal",
      "Outstanding principal balance",
      "Unpaid balance",
      "Unpaid principal",
      "Unpaid principal balance",
      "Remaining balance",
      "Declining balance",
      "Reducing balance",
      "Diminishing balance",
      "Balance",
    ],
    "original principal": [
      "Original balance",
      "Original amount",
      "Original loan amount",
      "Initial principal",
      "Flat rate",
    ],
  },
};

/** Words of a choice that could mean two, by the field's key, with what they could mean. */
export const AMBIGUOUS_VALUES: Readonly<
  Record<string, { readonly words: readonly string[]; readonly readings: string }>
> = {
  method: {
    words: [
      "Balloon",
      "Balloon loan",
      "Balloon payment",
      "Balloon at maturity",
      "Balloon note",
      "Amortizing with balloon",
      "Partially amortizing",
    ],
    readings:
      '"interest only" (interest as it falls due, the principal at maturity), "bullet" (both at maturity), or "level payment" with a Balloon payment or an Amortization period',
  },
  rateKind: {
    words: ["Variable", "Variable rate", "Floating", "Floating rate", "Adjustable", "Adjustable rate", "ARM"],
    readings: "nothing here, and each later rate as a Rate change with its date, or an index with its margin",
  },
  interestOn: {
    words: ["Simple", "Simple interest", "Simple daily interest"],
    readings: '"outstanding balance" (interest on what is owed) or "flat" (on the original principal throughout)',
  },
};

/** What stands before a rate and says nothing of it: "fixed at 7.9%", "AFR 4.79%". */
export const BEFORE_RATE =
  /^(?:(?:a )?fixed (?:rate )?(?:at |of )?|(?:the )?AFR (?:of |at )?|at |interest (?:at|of) )/i;

/** Payments a year, where a number of them is a frequency that people know by it. */
export const PER_YEAR: Readonly<Record<number, string>> = {
  1: "annual",
  2: "semiannual",
  4: "quarterly",
  12: "monthly",
  24: "semi-monthly",
  26: "biweekly",
  52: "weekly",
  365: "daily",
};

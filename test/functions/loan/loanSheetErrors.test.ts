import "../../support/customFunctions";
import { dayOf } from "../../../src/core/calendar/civilDate";
import { serialOf } from "../../../src/functions/cells/arguments";
import { LOANBALANCE, LOANSCHEDULE } from "../../../src/functions/loan/loan";

const serial = (year: number, month: number, day: number) => serialOf(dayOf(year, month, day));
const START = serial(2024, 2, 29);

/** A sound loan, with rows replaced or added by their labels. */
function sheet(changes: Record<string, unknown[]> = {}): unknown[][] {
  const rows: Record<string, unknown[]> = {
    Principal: [10_000],
    "Start date": [START],
    "Annual rate": [0.06],
    "Number of payments": [12],
    ...changes,
  };
  return Object.entries(rows).map(([label, values]) => [label, ...values]);
}

const without = (label: string) => sheet().filter(([first]) => first !== label);

describe("a loan sheet that makes no sense is refused by cell, rule and value", () => {
  test.each<[string, unknown[][], string]>([
    [
      "a percentage as a number",
      sheet({ "Annual rate": [4.5] }),
      "loan row 3, column 2 (Annual rate) must be a fraction of a year, at most 1 (4.5 % is 0.045); received 4.5",
    ],
    [
      "a rate of 450",
      sheet({ "Annual rate": [450] }),
      "loan row 3, column 2 (Annual rate) must be a fraction of a year, at most 1 (4.5 % is 0.045); received 450",
    ],
    [
      "a date as text",
      sheet({ "Start date": ["03/04/2024"] }),
      'loan row 2, column 2 (Start date) must be a date; this is text, so type it as a date, such as =DATE(2024,3,4) or =DATE(2024,4,3); received "03/04/2024"',
    ],
    [
      "a negative principal",
      sheet({ Principal: [-10_000] }),
      "loan row 1, column 2 (Principal) must be more than zero; received -10000",
    ],
    [
      "no principal at all",
      sheet({ Principal: [0] }),
      "loan row 1, column 2 (Principal) must be more than zero; received 0",
    ],
    [
      "text for an amount",
      sheet({ Principal: ["10.000,00"] }),
      'loan row 1, column 2 (Principal) must be an amount; this is text, so type it as a number, such as 1000; received "10.000,00"',
    ],
    [
      "a rate of 1",
      sheet({ "Annual rate": [1] }),
      'loan row 3, column 2 (Annual rate) must be "1 %" or "100 %", typed as such, as 1 alone could be either; received 1',
    ],
    [
      "a rate between a fraction and a percentage, under %",
      sheet({ "Annual rate": [""], "Interest rate (%)": [0.5] }),
      'loan row 5, column 2 (Annual rate) must be "50 %" or "0.5 %", typed as such: the number under % could be either; received 0.5',
    ],
    [
      "two rates in two words",
      sheet({ "Interest rate": [0.07] }),
      'loan row 5, column 1 must not repeat a label (Annual rate); it stands above; received "Interest rate"',
    ],
    [
      "a date that reads two ways",
      sheet({ "Start date": ["01/02/2024"] }),
      'must be a date; this is text, so type it as a date, such as =DATE(2024,1,2) or =DATE(2024,2,1); received "01/02/2024"',
    ],
    [
      "a term that could be months",
      [...without("Number of payments"), ["Term", 36]],
      'loan row 4, column 2 (Term in years) must say its unit: "36 months" or "36 years"; received 36',
    ],
    [
      "rounding by a number alone",
      sheet({ "Interest rounding": [2] }),
      'loan row 5, column 2 (Interest rounding) must say which is meant: "2 decimals" or "multiples of 2"; received 2',
    ],
    [
      "rounding by 0",
      sheet({ "Interest rounding": [0] }),
      'must say which is meant: "dollar" (0 decimals) or "none"; received 0',
    ],
    [
      "half of a day count",
      sheet({ "Days in year": [360] }),
      'loan row 5, column 2 (Day count) must say which is meant: "30/360" or "ACT/360"; received 360',
    ],
    [
      "payments or months",
      sheet({ "Payment frequency": [3] }),
      'loan row 5, column 2 (Payment frequency) must say which is meant: "every 4 months" (3 payments a year) or "every 3 months"; received 3',
    ],
    [
      "a balloon for a method",
      sheet({ Method: ["Balloon at maturity"] }),
      'loan row 5, column 2 (Method) must say which is meant: "interest only" (interest as it falls due, the principal at maturity), "bullet"',
    ],
    [
      "a frequency that the payment contradicts",
      sheet({ "Payment frequency": ["quarterly"], "Monthly payment": [860.66] }),
      'loan row 6, column 1 must agree with loan row 5, column 2 (Payment frequency), quarterly; received "Monthly payment"',
    ],
    [
      "payments of principal alone in a level loan",
      sheet({ Method: ["level payment"], "Principal payment": [500] }),
      'loan row 6, column 1 must agree with loan row 5, column 2 (Method), level payment; received "Principal payment"',
    ],
    [
      "half a payment",
      sheet({ "Number of payments": [12.5] }),
      "loan row 4, column 2 (Number of payments) must be a whole number of zero or more; received 12.5",
    ],
    [
      "10,000 payments",
      sheet({ "Number of payments": [10_000] }),
      "loan row 4, column 2 (Number of payments) must be from 1 to 5000; received 10000",
    ],
    [
      "an unknown label",
      sheet({ Princpal: [10_000] }),
      'loan row 5, column 1 must be a label of a loan sheet, such as Principal; received "Princpal"',
    ],
    ["a letter left out", sheet({ "Anual rate": [0.06] }), 'such as Annual rate; received "Anual rate"'],
    [
      "a letter too much, and a unit",
      sheet({ "Intrest rate (%)": [0.06] }),
      'such as Annual rate; received "Intrest rate (%)"',
    ],
    [
      "words of a term behind a label that is not known",
      sheet({ Arrangement: ["interest only"] }),
      'loan row 5, column 1 must be a label of a loan sheet, such as Method; received "Arrangement"',
    ],
    [
      "a label of words that others have too",
      sheet({ "Loan settlement on": [START] }),
      'such as Start date; received "Loan settlement on"',
    ],
    [
      "a label that nothing is like, beside a number",
      sheet({ Xyzzy: [5] }),
      'such as Principal, Start date, Annual rate; received "Xyzzy"',
    ],
    [
      "all that is wrong at once",
      [
        ["Pricipal", 10_000],
        ["Start date", "soon"],
        ["Annual rate", 450],
        ["Number of payments", 12.5],
        ["Opening balance", 5_000],
      ],
      'loan has 5 faults: (1) loan row 1, column 1 must be a label of a loan sheet, such as Principal; received "Pricipal"; ' +
        "(2) loan row 5, column 1 must say which is meant: Principal (what was lent on the start date), Balance at (a date and what is owed on it, where the terms begin) or Stated figure; " +
        'received "Opening balance"; (3) loan row 2, column 2 (Start date) must be a date; received "soon"; ' +
        "(4) loan row 3, column 2 (Annual rate) must be a fraction of a year, at most 1 (4.5 % is 0.045); received 450; " +
        "(5) loan row 4, column 2 (Number of payments) must be a whole number of zero or more; received 12.5",
    ],
    [
      "an error for a label",
      [[{ type: "Error", basicValue: "#REF!" }, 5]],
      "loan row 1, column 1 must be a value; received the error #REF!",
    ],
    [
      "more payments of interest than payments",
      sheet({ "Interest-only payments": [13] }),
      "loan row 5, column 2 (Interest-only payments) must be no more than the 12 payments; received 13",
    ],
    [
      "two terms",
      [...without("Number of payments"), ["Term in months", 18], ["Term in years", 2]],
      "loan row 5, column 2 (Term in years) must agree with the term in months, 18, or be left out; received 2",
    ],
    [
      "a label that stands twice",
      [...sheet(), ["principal:", 9_000]],
      'loan row 5, column 1 must not repeat a label (Principal); it stands above; received "principal:"',
    ],
    [
      "two values for one",
      sheet({ Principal: [10_000, 9_000] }),
      "loan row 1, column 3 must be blank or a note, as Principal takes no further value; received 9000",
    ],
    ["a missing rate", without("Annual rate"), "loan must say the annual rate (Annual rate); received a blank"],
    ["a missing start", without("Start date"), "loan must say the start date (Start date); received a blank"],
    [
      "an error cell",
      sheet({ Principal: [{ type: "Error", basicValue: "#REF!" }] }),
      "loan row 1, column 2 (Principal) must be a value; received the error #REF!",
    ],
    [
      "an unknown day count",
      sheet({ "Day count": ["30/361"] }),
      "loan row 5, column 2 (Day count) must be a day count convention",
    ],
    [
      "an unknown method",
      sheet({ Method: ["balloonish"] }),
      'loan row 5, column 2 (Method) must be "level payment", "annuity", "mortgage"',
    ],
    [
      "an unknown frequency",
      sheet({ "Payment frequency": ["now and then"] }),
      "loan row 5, column 2 (Payment frequency) must be a frequency",
    ],
    [
      "payments of which some mean twice a month, others every two months",
      sheet({ "Payment frequency": ["bimonthly"] }),
      'must say which is meant: "semi-monthly" for twice a month, or "every 2 months"; received "bimonthly"',
    ],
    [
      "days of a month for payments that are not twice a month",
      sheet({ "Payment frequency": ["monthly"], "Semi-monthly days": ["1 and 15"] }),
      "(Semi-monthly days) must be left out of a loan that is not paid twice a month",
    ],
    [
      "days of a month that are the same in February",
      sheet({ "Semi-monthly days": ["28 and last"] }),
      "the first from 1 to 27 and the second after it",
    ],
    [
      "a first payment on another day than the payment days",
      sheet({ "Semi-monthly days": ["1 and 15"], "First payment date": [START + 2] }),
      "must be on one of the payment days, 1 and 15",
    ],
    [
      "a maturity before the start",
      sheet({ "Maturity date": [START - 1] }),
      "loan row 5, column 2 (Maturity date) must not be before the start date, February 29, 2024; received February 28, 2024",
    ],
    [
      "a maturity that contradicts the count",
      sheet({ "Maturity date": [serial(2030, 1, 1)] }),
      "loan row 5, column 2 (Maturity date) must be less than a period from the last of 12 payments, February 28, 2025; received January 1, 2030",
    ],
    [
      "an extra payment before the loan",
      sheet({ "Extra payment": [START - 1, 100] }),
      "loan row 5, column 2 (Extra payment) must not be before the start date",
    ],
    [
      "an extra payment after the loan",
      sheet({ "Extra payment": [serial(2026, 1, 1), 100] }),
      "loan row 5, column 2 (Extra payment) must not be after the last payment, February 28, 2025; received January 1, 2026",
    ],
    [
      "an extra payment beyond what is owed",
      sheet({ "Extra payment": [START + 10, 20_000] }),
      "loan row 5, column 2 (Extra payment) must be no more than is owed on March 10, 2024 (LOANPAYOFF of the loan without it tells how much); received 20,000",
    ],
    [
      "an extra payment beyond what is owed, before an advance of its period",
      sheet({ "Extra payment": [START + 10, 20_000], Advance: [START + 20, 30_000] }),
      "loan row 5, column 2 (Extra payment) must be no more than is owed on March 10, 2024 (LOANPAYOFF of the loan without it tells how much); received 20,000",
    ],
    [
      "an extra payment without an amount",
      sheet({ "Extra payment": [START + 10] }),
      "must be an amount; received a blank",
    ],
    [
      "a balloon above the principal",
      sheet({ "Balloon payment": [10_001] }),
      "loan row 5, column 2 (Balloon payment) must be no more than the principal, 10000; received 10001",
    ],
    [
      "a payment below the interest",
      sheet({ Payment: [40] }),
      "loan row 5, column 2 (Payment) must be no less than the interest of its period, 50, or the loan is never repaid; a payment that lets the balance grow is given as a Payment change; received 40",
    ],
    [
      "a payment of an interest-only loan",
      sheet({ Method: ["interest only"], Payment: [500] }),
      "loan row 6, column 2 (Payment) must be left out of a loan whose method is interest only; received 500",
    ],
    [
      "a term that contradicts the payments",
      sheet({ "Term in years": [2] }),
      "loan row 5, column 2 (Term in years) must agree with the 12 payments, or be left out; received 2",
    ],
    [
      "a first payment after the maturity",
      [
        ...without("Number of payments"),
        ["Maturity date", serial(2025, 2, 28)],
        ["First payment date", serial(2026, 1, 1)],
      ],
      "loan row 5, column 2 (First payment date) must not be after the maturity date, February 28, 2025; received January 1, 2026",
    ],
    [
      "compounding beside an effective rate",
      sheet({ "Rate quoted as": ["effective"], Compounding: ["monthly"] }),
      "loan row 6, column 2 (Compounding) must be left out, as an effective rate compounds once a year",
    ],
    [
      "a rounding in words that mean nothing",
      sheet({ "Payment rounding": ["roughly"] }),
      "loan row 5, column 2 (Payment rounding) must be none, or cent, dollar",
    ],
    [
      "yes or no answered otherwise",
      sheet({ "Count both days": ["maybe"] }),
      'loan row 5, column 2 (Count both days) must be yes or no (TRUE or FALSE); received "maybe"',
    ],
    [
      "a schedule out of order",
      [...sheet(), ["Date", "Payment"], [START + 40, 100], [START + 30, 100]],
      "loan row 7, column 1 (Date) must be after the line before it, April 9, 2024; received March 30, 2024",
    ],
    [
      "a schedule with a column of its own",
      [...sheet(), ["Date", "Payment", "Mood"]],
      'loan row 5, column 3 must head a column of a schedule: Date, Payment or Reduction, Balance, Opening, Interest, Principal, Note; received "Mood"',
    ],
    [
      "a schedule line without a date",
      [...sheet(), ["Date", "Payment"], ["", 100]],
      "loan row 6, column 1 (Date) must be a date; received a blank",
    ],
    ["the stated schedule without one", sheet({ Method: ["stated schedule"] }), "loan must have a schedule table"],
    [
      "nothing that ends the loan",
      without("Number of payments"),
      "loan must say what ends it: the number of payments, a term, the maturity date, or the payment",
    ],
    [
      "a blank sheet",
      [
        ["", ""],
        ["", ""],
      ],
      "loan must say the principal (Principal); received a blank",
    ],
    ["a number for a label", [[5, 10_000]], "loan row 1, column 1 must begin with a label; received 5"],
  ])("%s", (_case, rows, message) => {
    expect(() => LOANSCHEDULE(rows)).toThrow(
      expect.objectContaining({ code: "#VALUE!", message: expect.stringContaining(message) }),
    );
  });

  test("a loan that a payment hardly above the interest never repays", () => {
    const endless = sheet({ "Annual rate": [0.001], "Number of payments": [""], Payment: [1] }); // 0.83 is interest
    expect(() => LOANSCHEDULE(endless)).toThrow(
      "loan row 5, column 2 (Payment) must repay the loan within 5000 payments; received 1",
    );
  });

  test("a million rows", () => {
    const column = Array.from({ length: 1_048_576 }, () => ["", ""]);
    expect(() => LOANBALANCE([[START]], column)).toThrow(
      "loan must have no more than 10000 rows and 200000 cells; received 1048576 rows, 2097152 cells",
    );
  });
});

describe("a loan sheet as people write it", () => {
  const schedule = LOANSCHEDULE(sheet());

  test.each<[string, unknown[][]]>([
    ["blank rows between", sheet().flatMap((row) => [row, ["", ""]])],
    ["blanks that arrive as zero", sheet().flatMap((row) => [row, [0, 0]])],
    [
      "labels in capitals and with colons",
      sheet().map(([label, ...values]) => [` ${String(label).toUpperCase()}: `, ...values]),
    ],
    ["any order", [...sheet()].reverse()],
    [
      "other names",
      [
        ["Loan amount", 10_000],
        ["Loan date", START],
        ["Interest rate", 0.06],
        ["Term in months", 12],
      ],
    ],
    ["notes behind the values", sheet().map((row) => [...row, "see the file"])],
    ["a margin on the left", sheet().map((row) => ["", ...row])],
    [
      "label and value in one cell, as pasted",
      [
        ["PROMISSORY NOTE: terms"],
        ["Principal: $10,000.00"],
        ["Date of note: February 29, 2024"],
        ["Interest rate: 6.00% per annum"],
        ["Number of payments: 12"],
        ["Lender: First Bank"],
      ],
    ],
    ["titles", [["LOAN AGREEMENT", ""], ["Terms"], ...sheet(), ["Signed in Newbury Park"]]],
    [
      "hyphens",
      [
        ["Loan-amount", 10_000],
        ["Start-date", START],
        ["Annual-rate", 0.06],
        ["Term-in-years", 1],
      ],
    ],
    ["labels without a value", [...sheet(), ["Balloon payment", ""], ["Maturity date", 0]]],
  ])("%s", (_case, rows) => {
    expect(LOANSCHEDULE(rows)).toEqual(schedule);
  });

  test("a cell of several lines is not read by its first alone", () => {
    const rows = without("Principal");
    expect(() => LOANSCHEDULE([...rows, ["Principal: $10,000.00\nor so much of it as is drawn", ""]])).toThrow(
      "Principal",
    );
  });

  test("a leap-day start keeps its day where the month has one", () => {
    const days = schedule.slice(1, 5).map(([date]) => date);
    expect(days).toEqual([START, serial(2024, 3, 29), serial(2024, 4, 29), serial(2024, 5, 29)]);
    expect(schedule.at(-1)?.[0]).toBe(serial(2025, 2, 28));
  });
});

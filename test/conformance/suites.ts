import { carried } from "./carried";
import { figureCase } from "./eps/cases";
import type { PublishedCase } from "./eps/publishedCase";
import { actusCases, beyondFixedTerms, runActus } from "./loan/actus";
import { exhibitCase, type ExhibitCase } from "./loan/exhibit1010";
import { runFineract, runInstallments, type FineractInstallments, type FineractSchedule } from "./loan/fineract";
import { fitOfCreator, fitOfFineract } from "./loan/fitted";
import { runCreator, type CreatorCase } from "./loan/loanCreator";
import { runDayCount, type DayCountCase } from "./loan/quantlib";
import * as reasons from "./loan/reasons";
import { notOurs, runAsOurs, runNative, type FunctionCase } from "./loan/spreadsheetFunctions";
import { suiteOf } from "./suite";

export const eps = carried<PublishedCase>("eps");
export const exhibit = carried<ExhibitCase>("exhibit-10-10");

/** Suites whose figures are looked at one by one. */
export const FIGURE_SUITES = [
  { title: "Earnings per share", cases: eps.cases.map(figureCase) },
  { title: "Exhibit 10.10", cases: exhibit.cases.map(exhibitCase) },
];

const CENT = "half a cent";
const FUNCTIONS = "1e-10 (parts of a year) and 1e-6, or nine digits (amounts)";
const libreOffice = carried<FunctionCase>("libreoffice");
const formulajs = carried<FunctionCase>("formulajs");

export const DAY_COUNT_SUITES = [
  suiteOf({
    title: "Day counts (QuantLib)",
    from: carried<DayCountCase>("quantlib"),
    check: runDayCount,
    tolerance: "1e-10 of a year, as the source says, and no day",
  }),
];

export const SCHEDULE_SUITES = [
  suiteOf({
    title: "Schedules (Fineract, end to end)",
    from: carried<FineractSchedule>("fineract-schedules"),
    check: runFineract,
    tolerance: CENT,
    reasons: reasons.FINERACT,
  }),
  suiteOf({
    title: "Installments (Fineract, calculator)",
    from: carried<FineractInstallments>("fineract-installments"),
    check: runInstallments,
    tolerance: CENT,
    reasons: reasons.FINERACT,
  }),
  suiteOf({
    title: "Schedules (loan-creator)",
    from: carried<CreatorCase>("loan-creator"),
    check: runCreator,
    tolerance: CENT,
    reasons: reasons.LOAN_CREATOR,
  }),
];

const EVERY_FIGURE = "the unit of print, of every figure";

/** Each printed schedule, fitted: the terms that LOANFIT finds make every figure of it. */
export const FIT_SUITES = [
  suiteOf({
    title: "Fits of schedules (Fineract)",
    from: carried<FineractSchedule>("fineract-schedules"),
    check: fitOfFineract,
    tolerance: EVERY_FIGURE,
    reasons: reasons.FITS_OF_FINERACT,
  }),
  suiteOf({
    title: "Fits of schedules (loan-creator)",
    from: carried<CreatorCase>("loan-creator"),
    check: fitOfCreator,
    tolerance: EVERY_FIGURE,
    reasons: reasons.FITS_OF_LOAN_CREATOR,
  }),
];

export const FUNCTION_SUITES = [
  suiteOf({
    title: "Our functions (LibreOffice's cases)",
    from: libreOffice,
    check: runAsOurs,
    tolerance: FUNCTIONS,
    reasons: reasons.AS_OURS,
    notOurs,
  }),
  suiteOf({
    title: "Our functions (formulajs's cases)",
    from: formulajs,
    check: runAsOurs,
    tolerance: FUNCTIONS,
    notOurs,
  }),
  suiteOf({
    title: "The engine's functions (LibreOffice's cases)",
    from: libreOffice,
    check: runNative,
    tolerance: FUNCTIONS,
    reasons: reasons.NATIVE,
  }),
  suiteOf({
    title: "The engine's functions (formulajs's cases)",
    from: formulajs,
    check: runNative,
    tolerance: FUNCTIONS,
    reasons: reasons.NATIVE,
  }),
];

export const ACTUS_SUITE = suiteOf({
  title: "Contracts (ACTUS: PAM, LAM, ANN)",
  from: {
    source: "ACTUS, actus-tests",
    url: "https://github.com/actusfrf/actus-tests/tree/master/tests",
    licence: "CC BY-SA 4.0",
    licenceText: "https://creativecommons.org/licenses/by-sa/4.0/",
    cases: actusCases(),
  },
  check: runActus,
  tolerance: "1e-8",
  reasons: reasons.ACTUS,
  notOurs: beyondFixedTerms,
});
export const ACTUS_IS_PRESENT = actusCases().length > 0;

/**
 * What the rules of architecture.test.ts do not yet hold for. These lists only shrink: an entry that is no longer true
 * fails the test, and a new one is no way out.
 */

/** Files that import one another in a circle. */
export const CIRCLES: readonly (readonly string[])[] = [
  [
    "core/calendar/dayCount.ts",
    "core/calendar/dayCountActual.ts",
    "core/calendar/dayCountExcel.ts",
    "core/calendar/dayCountFixed.ts",
    "core/calendar/dayCountThirty.ts",
  ],
  ["core/eps/securities.ts", "core/eps/securityKinds.ts"],
  ["core/loan/agreement.ts", "core/loan/terms.ts"],
  [
    "core/loan/amortization.ts",
    "core/loan/installments.ts",
    "core/loan/levelInstallments.ts",
    "core/loan/schedule.ts",
    "core/loan/stretches.ts",
  ],
  [
    "core/loan/form/readAgreementTerms.ts",
    "core/loan/form/readDates.ts",
    "core/loan/form/readStatedSchedule.ts",
    "core/loan/form/readTerms.ts",
  ],
  ["engine/cellErrors.ts", "engine/errorWords.ts", "engine/evaluation.ts", "engine/shownValue.ts"],
  ["workbook/tieOut.ts", "workbook/tieOutEps.ts", "workbook/tieOutRanges.ts"],
];

/** Imports that a room's rule forbids: "file -> file". */
export const IMPORTS: readonly string[] = [];

/** Files besides core/index.ts that hand on what others export. */
export const REEXPORTS: readonly string[] = ["core/eps/securities.ts", "taskpane/mount.tsx"];

/** Folders of the core with more than 12 files, and no more than so many. */
export const FULL_FOLDERS: Readonly<Record<string, number>> = { "core/eps": 17, "core/loan": 32 };

/** Functions of the core of more than 40 lines, and no more than so many. */
export const LONG_FUNCTIONS: Readonly<Record<string, number>> = {
  "core/loan/form/readTerms.ts readTerms": 52,
  "core/loan/stretches.ts stretchPlan": 41,
};

/** Functions of the core with more than 4 parameters, and no more than so many. */
export const MANY_PARAMETERS: Readonly<Record<string, number>> = {
  "core/calendar/dateSeries.ts fillByMonths": 6,
  "core/calendar/dateSeries.ts fillDates": 6,
  "core/calendar/dayCountThirty.ts eurobondIsda": 5,
  "core/calendar/dayCountThirty.ts psa": 5,
  "core/calendar/dayCountThirty.ts us": 5,
  "core/loan/amortization.ts scheduleOf": 5,
  "core/loan/exampleReadings.ts plainReading": 5,
  "core/loan/finding.ts amounts": 5,
  "core/loan/finding.ts dates": 5,
  "core/loan/installments.ts installmentPlan": 6,
  "core/loan/installments.ts levelPrincipalPlan": 5,
  "core/loan/installments.ts regularPlan": 5,
  "core/loan/levelInstallments.ts levelPaymentOf": 5,
  "core/loan/levelInstallments.ts levelPaymentPlan": 5,
  "core/loan/lookup.ts movedOn": 6,
  "core/loan/lookup.ts ratioUntil": 5,
  "core/loan/periodInterest.ts cutInterest": 6,
  "core/loan/periodRates.ts partOfYear": 5,
  "core/loan/periodRates.ts partRate": 6,
  "core/loan/stretches.ts stretchPlan": 6,
};

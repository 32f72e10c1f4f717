/** Every law of the number kernel on a million cases a function, every day of the calendar; with counts. */
module.exports = {
  ...require("../../jest.config.js"),
  rootDir: "../..",
  testMatch: [
    "<rootDir>/test/core/number/*.test.ts",
    "<rootDir>/test/core/calendar/civilDate.test.ts",
    "<rootDir>/test/core/eps/grants.test.ts",
  ],
  globals: { casesPerLaw: 1_000_000 },
  testTimeout: 30 * 60_000,
};

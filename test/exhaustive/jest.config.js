/** Every law of the number kernel on a million cases a function, with counts. `npm run test:exhaustive`. */
module.exports = {
  ...require("../../jest.config.js"),
  rootDir: "../..",
  testMatch: ["<rootDir>/test/core/number/*.test.ts"],
  globals: { casesPerLaw: 1_000_000 },
  testTimeout: 30 * 60_000,
};

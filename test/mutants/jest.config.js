/**
 * The tests of the folders that MUTANT_TESTS names. They are named here, as Stryker names them for its first run alone
 * and would load every other test file for each mutant.
 */
module.exports = {
  ...require("../../jest.config.js"),
  rootDir: "../..",
  testMatch: (process.env.MUTANT_TESTS ?? "test").split(",").map((folder) => `<rootDir>/${folder}/**/*.test.ts`),
  setupFilesAfterEnv: ["<rootDir>/test/mutants/setup.js"],
};

/** Broken input of every kind, and the laws, for as many minutes as FUZZ_MINUTES says. */
module.exports = {
  ...require("../../jest.config.js"),
  rootDir: "../..",
  testMatch: ["<rootDir>/test/{fuzz,laws}/*.test.ts"],
  globals: { fuzzMinutes: Number(process.env.FUZZ_MINUTES ?? 60) },
  testTimeout: 4 * 60 * 60_000,
};

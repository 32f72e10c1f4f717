/** One run for everything a fresh machine can test. Browser tests choose their own browser; see test/workbench. */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
  transform: {
    "^.+\\.(t|j)sx?$": ["@swc/jest", { jsc: { target: "es2022", transform: { react: { runtime: "automatic" } } } }],
  },
  moduleNameMapper: { "\\.css$": "<rootDir>/test/support/emptyStyle.js" },
};

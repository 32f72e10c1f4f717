/** One run for everything a fresh machine can test. Browser tests choose their own browser; see test/workbench. */
module.exports = {
  testEnvironment: "node",
  // A busy machine is no fault of the code: no test measures time, and one that hangs is still ended.
  testTimeout: 60_000,
  // Left to itself jest leaves a core free, which is half of two. Many tests wait for a browser or a command besides.
  maxWorkers: "100%",
  testSequencer: "<rootDir>/test/support/slowestFirst.js",
  testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
  transform: {
    "^.+\\.(t|j)sx?$": ["@swc/jest", { jsc: { target: "es2022", transform: { react: { runtime: "automatic" } } } }],
  },
  // Packages that are published as ES modules only: those that the engine's CommonJS build requires, and marked.
  transformIgnorePatterns: [
    "/node_modules/(?!(marked|lodash-es|nanoid|rbush|quickselect|kdbush|franc-min|trigram-utils|n-gram|collapse-white-space|cjk-regex|unicode-regex|regexp-util)/)",
  ],
  moduleNameMapper: { "^@univerjs/core$": "<rootDir>/src/engine/corrections/univerCore.ts" },
};

const officeAddins = require("eslint-plugin-office-addins");
const tseslint = require("typescript-eslint");

module.exports = tseslint.config(
  { ignores: ["dist/", "node_modules/", "coverage/"] },
  ...tseslint.configs.recommended,
  {
    plugins: { "office-addins": officeAddins },
    rules: {
      ...officeAddins.configs.recommended.rules,
      eqeqeq: "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    // Excel's metadata generator takes ranges as any[][] and nothing narrower.
    files: ["src/functions/**", "test/**", "bench/**"],
    rules: { "@typescript-eslint/no-explicit-any": "off" },
  },
  // The getters of an object that plays a part of Excel need the Excel that they are part of.
  { files: ["test/support/**"], rules: { "@typescript-eslint/no-this-alias": ["error", { allowedNames: ["host"] }] } },
  // A page that has just opened is a module loaded anew, which only require can do.
  { files: ["**/*.js", "test/**"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);

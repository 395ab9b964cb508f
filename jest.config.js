// Projects: `unit` needs nothing; the others need a PostgreSQL, which integration-tests/global-setup.mjs provides. `together`
// are the files of `http`, `scenarios` and `concurrency` again, many to a server; those three are for running one by itself.
const common = {
  testEnvironment: "node",
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript", decorators: true, tsx: false }, target: "es2021" } },
    ],
  },
  moduleFileExtensions: ["js", "ts", "json"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.artifacts/"],
}
const withDatabase = {
  ...common,
  globalSetup: "<rootDir>/integration-tests/global-setup.mjs",
  globalTeardown: "<rootDir>/integration-tests/global-teardown.mjs",
  setupFiles: ["<rootDir>/integration-tests/setup.js"],
}
const at = (displayName, folder) => ({
  ...withDatabase,
  displayName,
  testMatch: [`<rootDir>/integration-tests/${folder}/**/*.spec.ts`],
})

module.exports = {
  testTimeout: 120000,
  projects: [
    { ...common, displayName: "unit", testMatch: ["<rootDir>/src/**/__tests__/**/*.unit.spec.ts"] },
    {
      ...withDatabase,
      displayName: "modules",
      testMatch: ["<rootDir>/src/modules/*/__tests__/**/*.spec.ts"],
      testPathIgnorePatterns: ["\\.unit\\.spec\\.ts$"],
    },
    {
      ...withDatabase,
      displayName: "together",
      testMatch: ["<rootDir>/integration-tests/together/share-*.ts"],
    },
    at("http", "http"),
    at("scenarios", "scenarios"),
    at("concurrency", "concurrency"),
    at("alone", "alone"),
    at("faults", "faults"),
    at("speed", "speed"),
  ],
}

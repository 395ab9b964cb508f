import { defineConfig, globalIgnores } from "eslint/config"
import reactHooks from "eslint-plugin-react-hooks"
import tseslint from "typescript-eslint"

const machineClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "TIME-5: `now` comes from the studio's clock.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "TIME-5: `now` comes from the studio's clock.",
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: "TIME-5: `now` comes from the studio's clock.",
  },
]

const impure = (name, why) => ({ name, message: `src/domain is pure: ${why}` })

export default defineConfig(
  globalIgnores([
    "node_modules/",
    ".medusa/",
    ".data/",
    ".artifacts/",
    "admin/", // The link to src/admin.
    "migrations/", // Written by the platform's generator.
    "integration-tests/host/template/",
  ]),
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
  },
  {
    name: "types",
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: "./tsconfig.test.json", tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Amounts and counts in messages read well; objects in them do not, and stay refused.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      // A leading underscore says "the signature wants it, we do not".
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // The platform's handlers, steps and interfaces are asynchronous also where ours has nothing to wait for.
      "@typescript-eslint/require-await": "off",
      // `onClick={async () => …}` is how React handlers are written.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // Module services and migrations are classes because the platform instantiates them.
      "@typescript-eslint/no-extraneous-class": ["error", { allowWithDecorator: true, allowEmpty: true }],
      // `() => setOpen(false)` is clear.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // Index signatures of rows and payloads are written as they are read.
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      // With `noUncheckedIndexedAccess`, `rows[0]!` after a check of the length is the plain way to say so.
      "@typescript-eslint/no-non-null-assertion": "off",
      eqeqeq: "error",
    },
  },
  {
    name: "TIME-5: one clock",
    files: ["src/**/*.ts", "src/**/*.tsx"],
    ignores: ["**/__tests__/**", "src/modules/membership/services/clock.ts"],
    rules: { "no-restricted-syntax": ["error", ...machineClock] },
  },
  {
    name: "a pure domain",
    files: ["src/domain/**/*.ts"],
    ignores: ["**/__tests__/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        impure("Date", "calendar rules use Temporal, instants are text (TIME-1)."),
        impure("process", "what it needs is a parameter."),
        impure("console", "it returns, it does not tell."),
        impure("performance", "`now` is a parameter (TIME-5)."),
        impure("crypto", "ids and chance are parameters."),
        impure("fetch", "no I/O."),
        impure("setTimeout", "nothing waits."),
        impure("setInterval", "nothing waits."),
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "src/domain is pure: chance is a parameter." },
      ],
    },
  },
  {
    name: "the platform's untyped edge",
    // Workflow steps get their input from a graph that the compiler cannot follow, the container resolves by name, and
    // routes hand over bodies that a middleware has validated: there, and only there, `any` crosses our border.
    files: [
      "src/workflows/**/*.ts",
      "src/api/**/*.ts",
      "src/subscribers/**/*.ts",
      "src/jobs/**/*.ts",
      "src/links/**/*.ts",
      "src/scripts/**/*.ts",
    ],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    name: "tests",
    files: ["**/__tests__/**/*.ts", "integration-tests/**/*.ts", "bench/**/*.ts"],
    rules: {
      // The test runner's `api` and `getContainer()` are untyped, and a test reads what it expects to be there.
      "@typescript-eslint/no-explicit-any": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    name: "admin",
    files: ["src/admin/**/*.ts", "src/admin/**/*.tsx"],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    name: "scripts",
    files: ["**/*.mjs", "**/*.js"],
    extends: [tseslint.configs.recommended],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  }
)

// Imports run one way (ARCHITECTURE.md): api, jobs, subscribers → workflows → modules → domain; admin → domain.
const test = "/__tests__/"
const ours = (folders) => `^src/(${folders})/`

/** A layer may not import from these layers of ours. */
const never = (name, from, to, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: ours(from), pathNot: test },
  to: { path: ours(to) },
})

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment:
        "Types may name each other freely: they are gone at run time. Models name each other in both directions of a " +
        "relation, which the platform resolves when it starts.",
      severity: "error",
      from: { pathNot: "^src/modules/[^/]+/models/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "resolvable", severity: "error", from: { pathNot: test }, to: { couldNotResolve: true } },
    {
      name: "domain-stands-alone",
      comment:
        "The rules are pure: nothing of ours, nothing of the framework's, only a library for calendars.",
      severity: "error",
      from: { path: ours("domain"), pathNot: test },
      to: { pathNot: ["^src/domain/", "node_modules/@js-temporal/", "^(node:)?assert"] },
    },
    {
      name: "domain-tests-stand-alone",
      comment: "They may hold a rule against the platform's own tables, never against our other layers.",
      severity: "error",
      from: { path: `^src/domain/.*${test}` },
      to: { path: "^src/(?!domain/)" },
    },
    never(
      "modules-below-workflows",
      "modules",
      "workflows|api|jobs|subscribers|admin|links|scripts|providers"
    ),
    {
      name: "providers-stand-alone",
      comment:
        "A provider is a plug of the platform's own modules: it knows the rules of money, and nothing else of ours.",
      severity: "error",
      from: { path: ours("providers"), pathNot: test },
      to: { path: "^src/(?!providers/|domain/)" },
    },
    never("workflows-below-entries", "workflows", "api|jobs|subscribers|admin|scripts"),
    never("entries-side-by-side", "jobs|subscribers", "api|admin|scripts"),
    never("api-beside-jobs", "api", "jobs|subscribers|admin|scripts"),
    {
      name: "admin-previews-only",
      comment: "The admin runs in a browser: it may compute with the rules, and else know only types.",
      severity: "error",
      from: { path: ours("admin"), pathNot: test },
      to: { path: "^src/(?!admin/|domain/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "admin-stays-in-the-browser",
      severity: "error",
      from: { path: ours("admin"), pathNot: test },
      to: {
        path: "node_modules/@medusajs/(framework|medusa|utils|workflows-sdk)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "sources-without-tests",
      severity: "error",
      from: { path: "^src/", pathNot: test },
      to: { path: [test, "^(integration-tests|bench|scripts)/"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(admin|\\.medusa)/" },
    tsConfig: { fileName: "tsconfig.test.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
}

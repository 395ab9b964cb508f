// npm run rules: writes docs/rules.md, which test proves which rule of the rulebook. With --check it writes nothing and
// fails when a rule claimed as done (docs/rules-done.txt) has no test, or when the page is not what it would write.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import ts from "typescript"
import { inRoot, root } from "./project.mjs"

const page = inRoot("docs", "rules.md")
const claims = inRoot("docs", "rules-done.txt")
const ruleId = /\b[A-Z]{3,}-\d+\b/g
const isTestFile = (file) =>
  /\.(spec\.ts|test\.mjs)$/.test(file) &&
  (file.startsWith("integration-tests/") || file.includes("/__tests__/"))

function testFiles() {
  return ["src", "integration-tests"]
    .filter((folder) => existsSync(inRoot(folder)))
    .flatMap((folder) =>
      readdirSync(inRoot(folder), { recursive: true }).map((file) => path.join(folder, file))
    )
    .filter((file) => isTestFile(file) && !file.includes(`${path.sep}template${path.sep}`))
    .sort()
}

/** The ids stand before the first colon, which ends the "who says so" of a title: "SALE-5, CHART-3: …". */
const idsIn = (title) => (title.includes(":") ? (title.slice(0, title.indexOf(":")).match(ruleId) ?? []) : [])

/** What a call such as `it.each(table)("title", …)` is made of; undefined for any other call. */
function testCall(call) {
  const words = []
  let table
  for (let at = call.expression; ; at = at.expression) {
    if (ts.isCallExpression(at)) table = at.arguments[0]
    else if (ts.isTaggedTemplateExpression(at)) at = { expression: at.tag }
    else if (ts.isPropertyAccessExpression(at)) words.push(at.name.text)
    else {
      if (ts.isIdentifier(at)) words.push(at.text)
      break
    }
  }
  const kind = words.at(-1)
  const [title] = call.arguments
  if (!["it", "test", "describe"].includes(kind) || !title || call.arguments.length < 2) return undefined
  if (words.includes("skip") || words.includes("todo")) return { kind: "skipped" }
  return { kind, title: textOf(title), table }
}

/** A title's text; what is computed into it shows as "…". */
function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("")
  if (ts.isBinaryExpression(node)) return textOf(node.left) + textOf(node.right)
  return "…"
}

/** Rows whose first cell is the title itself: `it.each([["TIME-3: …", …]])("%s", …)`. */
function titlesInTable(table) {
  const titles = []
  const visit = (node) => {
    if (ts.isStringLiteralLike(node) && idsIn(node.text).length > 0) titles.push(node.text)
    else ts.forEachChild(node, visit)
  }
  if (table) visit(table)
  return titles
}

/** @returns {{ rule: string, file: string, title: string }[]} */
function proofsIn(file) {
  const source = ts.createSourceFile(file, readFileSync(inRoot(file), "utf8"), ts.ScriptTarget.Latest, true)
  const proofs = []
  const visit = (node, outerIds) => {
    let ids = outerIds
    const call = ts.isCallExpression(node) ? testCall(node) : undefined
    if (call?.kind === "skipped") return
    if (call?.kind === "describe") ids = [...outerIds, ...idsIn(call.title)]
    else if (call) {
      const titles = /^(%s|\$|…)/.test(call.title) ? titlesInTable(call.table) : []
      for (const title of titles.length > 0 ? titles : [call.title])
        for (const rule of new Set([...outerIds, ...idsIn(title)])) proofs.push({ rule, file, title })
      return
    }
    ts.forEachChild(node, (child) => visit(child, ids))
  }
  visit(source, [])
  return proofs
}

function claimedRules() {
  if (!existsSync(claims)) return []
  const lines = readFileSync(claims, "utf8").split("\n")
  return lines.flatMap((line) => line.replace(/#.*/, "").match(ruleId) ?? [])
}

/** PLAN-9 before PLAN-10. */
const byId = (a, b) => a.localeCompare(b, "en", { numeric: true })

const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ")

function rows(rules, proofs) {
  return rules.flatMap((rule) => {
    const own = proofs.filter((proof) => proof.rule === rule)
    return [...new Set(own.map(({ file }) => file))].map((file) => {
      const titles = own.filter((proof) => proof.file === file).map(({ title }) => cell(title))
      return `| ${rule} | \`${file}\` | ${[...new Set(titles)].join("<br>")} |`
    })
  })
}

function render(claimed, proofs) {
  const begun = [...new Set(proofs.map(({ rule }) => rule))]
    .filter((rule) => !claimed.includes(rule))
    .sort(byId)
  const table = (rules) => ["| Rule | File | Tests |", "|---|---|---|", ...rows(rules, proofs)]
  return [
    "# Which test proves which rule",
    "",
    "Made by `npm run rules`; `npm run check` fails when a rule of `rules-done.txt` has no test or this page is stale.",
    "",
    ...table(claimed),
    ...(begun.length > 0 ? ["", "## Begun, not claimed as done", "", ...table(begun)] : []),
    "",
  ].join("\n")
}

const proofs = testFiles().flatMap(proofsIn)
const claimed = [...new Set(claimedRules())].sort(byId)
const proven = new Set(proofs.map(({ rule }) => rule))
const unproven = claimed.filter((rule) => !proven.has(rule))
const wanted = render(claimed, proofs)

for (const rule of unproven) console.error(`${rule} is claimed as done and has no test`)
if (process.argv.includes("--check")) {
  const stale = !existsSync(page) || readFileSync(page, "utf8") !== wanted
  if (stale) console.error("docs/rules.md is stale: npm run rules")
  if (stale) process.exitCode = 1
} else writeFileSync(page, wanted)
if (unproven.length > 0) process.exitCode = 1
console.log(
  `${claimed.length - unproven.length} of ${claimed.length} rules claimed as done have tests (${path.relative(root, page)})`
)

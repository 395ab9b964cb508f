import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { root } from "./route-files"

const page = readFileSync(path.join(root, "ARCHITECTURE.md"), "utf8")
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(1)
  .map((line) => line.split(" | "))

const pathsIn = (text: string) =>
  [...text.matchAll(/`((?:src|integration-tests|docs)\/[\w./-]+)`/g)].map(([, file]) => file!)

const workflows = readdirSync(path.join(root, "src", "workflows"), { recursive: true })
  .map((file) => `src/workflows/${String(file).split(path.sep).join("/")}`)
  .filter(
    (file) => file.endsWith(".ts") && /\bcreateWorkflow\(/.test(readFileSync(path.join(root, file), "utf8"))
  )

describe("the workflows that a host may run", () => {
  it("are all that a route runs", () => {
    const offered = readFileSync(path.join(root, "src", "workflows", "index.ts"), "utf8")
    const used = readdirSync(path.join(root, "src", "api"), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith(".ts") && !file.includes("__tests__"))
      .flatMap(
        (file) => readFileSync(path.join(root, "src", "api", file), "utf8").match(/\b\w+Workflow\b/g) ?? []
      )
    expect([...new Set(used)].filter((workflow) => !offered.includes(` ${workflow} `))).toEqual([])
  })
})

describe("ARCHITECTURE.md", () => {
  it("names each workflow once in its table, and nothing that is none", () => {
    expect(rows.flatMap(([, workflow]) => pathsIn(workflow ?? "")).sort()).toEqual(workflows.sort())
  })

  it("tells a trigger, a rule and a test of each", () => {
    const incomplete = rows.filter(([trigger, , rule, test]) => {
      const rules = pathsIn(rule ?? "").every((file) => file.startsWith("src/domain/"))
      const tests = pathsIn(test ?? "").every((file) => file.endsWith(".spec.ts"))
      return !trigger || !pathsIn(rule ?? "").length || !pathsIn(test ?? "").length || !rules || !tests
    })
    expect(incomplete).toEqual([])
  })

  it("names files that exist", () => {
    expect(pathsIn(page).filter((file) => !existsSync(path.join(root, file)))).toEqual([])
  })
})

import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

export const root = path.resolve(__dirname, "../../..")
const api = path.join(root, "src", "api")

const HANDLER = /export\s+(?:const|async function|function)\s+(GET|POST|PUT|PATCH|DELETE)\b/g

/** `GET /admin/members/:id` for every handler that the platform finds in a route.ts, by its folder. */
export function handlersOnDisk(): string[] {
  return readdirSync(api, { recursive: true })
    .map(String)
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) => {
      const folder = path.dirname(file).split(path.sep).join("/")
      const route = `/${folder.replace(/\[(\w+)\]/g, ":$1")}`
      const source = readFileSync(path.join(api, file), "utf8")
      return [...source.matchAll(HANDLER)].map(([, method]) => `${method} ${route}`)
    })
    .sort()
}

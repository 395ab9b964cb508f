// Built scripts as a browser loads them: in parts that name each other.
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { gzipSync } from "node:zlib"

/** What a chunk cannot start without, minified or not; `import("…")`, which waits until it is called, has a bracket. */
const STATIC_IMPORT = /\b(?:from|import) ?"([^"\n]+)"/g

const isChunk = (from) => from.startsWith("./") || from.startsWith("../")

/** Its size as it is and gzipped, and what it imports at once. */
export function readChunk(folder, file) {
  const code = readFileSync(path.join(folder, file), "utf8")
  const imports = [...new Set([...code.matchAll(STATIC_IMPORT)].map(([, from]) => from))]
  return { file, raw: Buffer.byteLength(code), gzip: gzipSync(code).length, imports }
}

/** A chunk with all that the browser has to have before it runs. */
export function withWhatItNeeds(folder, first) {
  const chunks = new Map()
  const add = (file) => {
    if (chunks.has(file) || !existsSync(path.join(folder, file))) return
    const chunk = readChunk(folder, file)
    chunks.set(file, chunk)
    for (const from of chunk.imports.filter(isChunk)) add(path.join(path.dirname(file), from))
  }
  add(first)
  return [...chunks.values()]
}

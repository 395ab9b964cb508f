// What a check-in over HTTP is compared with: node:http and the same SQL, and nothing else. Of the figures' file it answers
// each request with the next statements; it takes its database and port from the command line.
import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import pg from "@medusajs/framework/pg"

const [figures, connectionString, port] = process.argv.slice(2)
const { http } = JSON.parse(readFileSync(figures, "utf8"))
const left = http.bare.values()
// As many connections as the platform opens unless told otherwise.
const pool = new pg.Pool({ connectionString, max: 10 })

createServer(async (request, response) => {
  if (request.url === "/health") return response.end("ok")
  const parts = []
  for await (const part of request) parts.push(part)
  JSON.parse(Buffer.concat(parts).toString())
  const rows = []
  for (const statement of left.next().value) rows.push((await pool.query(statement)).rows)
  response.setHeader("content-type", "application/json")
  response.end(JSON.stringify(rows.at(-1)))
}).listen(Number(port), "localhost")

// node scripts/with-db.mjs <command> [arguments…]: a command against the studio's database, for example
// `npm run with-db -- medusa db:generate membership`.
import { runScript } from "./lifetime.mjs"
import { startCommand } from "./processes.mjs"
import { openDatabase } from "./studio-database.mjs"
import { describeStudio, portFromEnvironment } from "./studio.mjs"

await runScript(async (lifetime) => {
  const [command, ...args] = process.argv.slice(2)
  const studio = describeStudio({ databaseUrl: await openDatabase(lifetime), port: portFromEnvironment() })
  return startCommand(lifetime, command, args, { env: studio.env }).exited
})

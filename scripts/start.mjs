// npm start: a demo studio on this machine, from nothing to a login, and quickly the next time.
import path from "node:path"
import { PlainFailure, runScript } from "./lifetime.mjs"
import { printCard } from "./studio-card.mjs"
import { openDatabase } from "./studio-database.mjs"
import {
  build,
  describeStudio,
  migrate,
  mustBeFree,
  portFromEnvironment,
  seed,
  serve,
  studioCard,
} from "./studio.mjs"

await runScript(async (lifetime) => {
  const port = portFromEnvironment()
  await mustBeFree(port)
  const studio = describeStudio({ databaseUrl: await openDatabase(lifetime), port })
  await build(lifetime, studio)
  await migrate(lifetime, studio)
  await seed(lifetime, studio)
  console.log("Starting the server …")
  const server = await serve(lifetime, studio)
  lifetime.signalMeansSuccess = true
  printCard(studioCard(studio))

  await server.exited
  if (lifetime.isEnding) return
  const log = path.relative(process.cwd(), studio.log("server"))
  throw new PlainFailure(`The server stopped by itself; its log is ${log}.`)
})

// npm run demo: a purchase in the started studio. `--result FILE` also writes down what was bought, as JSON.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { parseArgs } from "node:util"
import { runDemo } from "./demo-purchase.mjs"
import { PlainFailure, runScript } from "./lifetime.mjs"
import { commandEnvironment, studioFolder } from "./project.mjs"

function readCard() {
  const { STUDIO_FILE = path.join(studioFolder, "studio.json"), STUDIO_URL } = commandEnvironment()
  if (!existsSync(STUDIO_FILE)) throw new PlainFailure("There is no studio yet; open it with npm start.")
  const { url, ...card } = JSON.parse(readFileSync(STUDIO_FILE, "utf8"))
  return { ...card, base_url: STUDIO_URL ?? url ?? "http://localhost:9000" }
}

await runScript(async () => {
  const { values } = parseArgs({ options: { result: { type: "string" } } })
  const bought = await runDemo({ ...readCard(), print: console.log })
  if (values.result) writeFileSync(values.result, JSON.stringify(bought, null, 2))
})

// npm run simulate -- --seeds 5000 --from 1: two years of as many memberships, side by side, with everything that goes wrong
// (integration-tests/faults/simulation.spec.ts, which CI runs with 50).
import { parseArgs } from "node:util"
import { runScript } from "./lifetime.mjs"
import { runCommand } from "./processes.mjs"

const { values } = parseArgs({ options: { seeds: { type: "string" }, from: { type: "string" } } })

await runScript(async (lifetime) => {
  const { seeds = "50", from = "1" } = values
  const env = {
    SIMULATION_SEEDS: seeds,
    SIMULATION_FROM: from,
    LOG_LEVEL: "error",
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --experimental-vm-modules`.trim(),
  }
  const args = ["faults/simulation", "--selectProjects", "faults", "--runInBand"]
  return runCommand(lifetime, "jest", args, { env, limitMinutes: 24 * 60 })
})

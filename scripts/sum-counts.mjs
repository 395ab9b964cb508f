// node scripts/sum-counts.mjs test check browser scenes workers host: the last lines of a CI run, with the names of what failed.
import { countsLine, sumCounts } from "./counts.mjs"

const sum = sumCounts(process.argv.slice(2))
for (const { runner, failures, ...counts } of sum.runners) {
  console.log(`${runner}: ${countsLine(counts)}`)
  for (const failure of failures) console.log(`  ✖ ${failure}`)
}
console.log(countsLine(sum))
process.exitCode = sum.failed === 0 ? 0 : 1

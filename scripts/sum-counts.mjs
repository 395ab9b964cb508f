// node scripts/sum-counts.mjs test check browser scenes host: the last line of a CI run.
import { countsLine, sumCounts } from "./counts.mjs"

const sum = sumCounts(process.argv.slice(2))
console.log(countsLine(sum))
process.exitCode = sum.failed === 0 ? 0 : 1

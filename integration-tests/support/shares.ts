import { readdirSync, statSync } from "node:fs"
import path from "node:path"
import { specsTogether } from "./studio-tests"

const HERE = path.resolve(__dirname, "..")

/** Their files ask nothing of the server that another file could have taken from it. */
const FOLDERS = ["http", "scenarios", "concurrency"]

/** Two workers take two shares each, so that one which ends early has something left to do. */
const SHARES = 4

/** Dealt by size, the longest file first, so that the shares take about as long as each other. */
function specsOf(share: number): string[] {
  return FOLDERS.flatMap((folder) => readdirSync(path.join(HERE, folder)).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith(".spec.ts"))
    .map((file) => ({ file, size: statSync(path.join(HERE, file)).size }))
    .sort((a, b) => b.size - a.size || a.file.localeCompare(b.file))
    .filter((_, place) => turnOf(place) === share)
    .map(({ file }) => file)
}

/** 1 2 3 4 4 3 2 1 1 2 …: whoever got the longest of one round gets the shortest of the next. */
function turnOf(place: number): number {
  const turn = place % (2 * SHARES)
  return turn < SHARES ? turn + 1 : 2 * SHARES - turn
}

/** The tests of one share of all spec files, from 1. */
export function shareOfSpecs(share: number): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- read where the tests of a file belong
  specsTogether(new Map(specsOf(share).map((file) => [file, () => void require(path.join(HERE, file))])))
}

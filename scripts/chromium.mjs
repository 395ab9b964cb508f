// The system's Chromium, driven by playwright-core, which brings no browser of its own.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { PlainFailure } from "./lifetime.mjs"

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]

/** @returns the path of a Chromium that answers */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH
  const found = given ?? usualPlaces.find((place) => existsSync(place))
  if (!found)
    throw new PlainFailure(
      "The browser tests need Chromium: install it (apt-get install chromium), or set CHROMIUM_PATH."
    )
  if (spawnSync(found, ["--version"], { timeout: 20_000 }).status !== 0)
    throw new PlainFailure(`There is no Chromium that runs at ${found}${given ? " (CHROMIUM_PATH)" : ""}.`)
  return found
}

/** Headless, as root or not, and silent on the network but for what a page asks for. */
export async function launchChromium() {
  const { chromium } = await import("playwright-core")
  return chromium.launch({
    executablePath: findChromium(),
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  })
}

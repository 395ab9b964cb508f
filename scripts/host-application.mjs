// A fresh Medusa application in a folder of its own, with the packed plugin and the platform's loyalty plugin installed.
// It is written from a template in the repository, because the platform's starter would come from the network.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import os from "node:os"
import path from "node:path"
import { mustRun } from "./processes.mjs"
import { artifacts, inRoot } from "./project.mjs"

const loyaltyPlugin = { "@medusajs/loyalty-plugin": "2.21.1" }

export const hostLog = (name) => path.join(artifacts, "host", "logs", `${name}.log`)

/** The same releases as ours, so that the host's failures are about the plugin. */
function writePackage(folder, tarball) {
  const ours = JSON.parse(readFileSync(inRoot("package.json"), "utf8"))
  const platform = [
    /^@medusajs\/(admin-sdk|cli|dashboard|framework|icons|js-sdk|medusa|ui)$/,
    /^@swc\/core$/,
    /^ts-node$/,
  ]
  const wanted = [
    ...platform,
    /^typescript$/,
    /^react(-dom|-router-dom)?$/,
    /^@tanstack\/react-query$/,
    /^@types\/node$/,
  ]
  const dependencies = Object.fromEntries(
    Object.entries(ours.devDependencies).filter(([name]) => wanted.some((pattern) => pattern.test(name)))
  )
  const content = {
    name: "host-store",
    private: true,
    dependencies: { ...dependencies, ...loyaltyPlugin, [ours.name]: `file:${tarball}` },
    overrides: ours.overrides,
  }
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(content, null, 2))
}

async function pack(lifetime, destination) {
  mkdirSync(destination)
  await mustRun(lifetime, "npm", ["pack", "--pack-destination", destination], {
    log: hostLog("pack"),
    failure: "Packing the plugin failed",
  })
  const [tarball] = readdirSync(destination).filter((file) => file.endsWith(".tgz"))
  return path.join(destination, tarball)
}

/** @returns the application's folder, which goes with the lifetime */
export async function makeHostApplication(lifetime) {
  const temporary = mkdtempSync(path.join(os.tmpdir(), "membership-host-"))
  lifetime.onEnd(() => rmSync(temporary, { recursive: true, force: true }))
  console.log("Packing the plugin …")
  const tarball = await pack(lifetime, path.join(temporary, "tarball"))

  const folder = path.join(temporary, "store")
  cpSync(inRoot("integration-tests", "host", "template"), folder, { recursive: true })
  renameSync(path.join(folder, "npmrc"), path.join(folder, ".npmrc")) // npm leaves a .npmrc out of packages.
  mkdirSync(path.join(folder, "src"))
  writePackage(folder, tarball)
  console.log("Installing it into a fresh store …")
  await mustRun(lifetime, "npm", ["install", "--prefer-offline"], {
    cwd: folder,
    log: hostLog("install"),
    failure: "The install of the fresh store failed",
  })
  return folder
}

// Shows scenes in one Chromium, each on a page of its own, so that nothing of one is left over in the next.
import { launchChromium } from "../../scripts/chromium.mjs"
import { admin, store } from "./studio-api.mjs"
import { adminUrl, card, logIn, studioUrl } from "./studio-page.mjs"

/** A picture shows the end of a movement, and contrast is measured on it. */
const withoutMovement = () => {
  const style = document.createElement("style")
  style.textContent = `*, *::before, *::after {
    animation-duration: 0s !important; animation-delay: 0s !important; animation-iteration-count: 1 !important;
    transition: none !important; caret-color: transparent !important; scroll-behavior: auto !important;
  }`
  const add = () => document.head.append(style)
  if (document.head) add()
  else document.addEventListener("DOMContentLoaded", add)
}

/**
 * @param {{ state: string }} of the studio
 * @returns `show(scene, view)` gives a page with the scene on it
 */
export async function openStage({ state }) {
  const browser = await launchChromium()
  const studio = { state, card, admin, store }
  const contexts = new Map()
  const paths = new Map()
  let lastPath = Promise.resolve()

  async function contextFor(lang, storageState) {
    const options = { reducedMotion: "reduce", colorScheme: "light", storageState }
    const context = await browser.newContext(options)
    context.setDefaultTimeout(20_000)
    await context.addCookies([{ name: "lng", value: lang, url: studioUrl }])
    await context.addInitScript((lng) => localStorage.setItem("lng", lng), lang)
    await context.addInitScript(withoutMovement)
    return context
  }

  /** The login is made once; a language is a cookie and a key of the dashboard's. */
  function contextOf(lang) {
    if (!contexts.has(lang)) contexts.set(lang, lang === "en" ? loggedIn() : alsoIn(lang))
    return contexts.get(lang)
  }

  async function loggedIn() {
    const context = await contextFor("en")
    const page = await context.newPage()
    await logIn(page)
    await page.close()
    return context
  }

  const alsoIn = async (lang) => contextFor(lang, await (await contextOf("en")).storageState())

  /** A path may make what it shows, which happens once, and one after the other where scenes are shown side by side. */
  async function pathOf({ name, path }) {
    if (typeof path !== "function") return path
    if (!paths.has(name)) {
      lastPath = lastPath.catch(() => {}).then(() => path(studio))
      paths.set(name, lastPath)
    }
    return paths.get(name)
  }

  return {
    /**
     * @param {import("./scenes/index.mjs").Scene} scene
     * @param {object} [view] `enter` goes to the scene's path in a way of its own, `beforeAct` is called when the page's first
     *   view is complete, `onError` with whatever the page throws and does not catch
     */
    async show(scene, { width = 1280, height = 900, enter = arrive, beforeAct, onError } = {}) {
      const path = await pathOf(scene)
      const page = await (await contextOf(scene.lang)).newPage()
      try {
        // A page with unsaved changes asks before it is left, and closing it is leaving it.
        page.on("dialog", (dialog) => dialog.accept().catch(() => {}))
        if (onError) page.on("pageerror", onError)
        await page.setViewportSize({ width, height })
        await enter(page, path)
        await scene.ready(page)
        await settled(page)
        await beforeAct?.(page)
        await scene.act?.(page)
        await settled(page)
        return page
      } catch (error) {
        await page.close()
        throw error
      }
    },
    close: () => browser.close(),
  }
}

const arrive = (page, path) => page.goto(adminUrl(path))

/** Nothing loads or is busy, nothing pulses or turns, letters are in their own font. */
export async function settled(page) {
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction(() => {
    const moving = [...document.querySelectorAll(".animate-pulse, .animate-spin, [aria-busy=true]")]
    return !moving.some((element) => element.checkVisibility())
  })
  await twoFrames(page)
}

const twoFrames = (page) =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))

/** The dashboard's own switch, which it else reads only when it starts. */
export async function paint(page, colour) {
  await page.evaluate((theme) => {
    const { classList, style } = document.documentElement
    classList.remove("light", "dark")
    classList.add(theme)
    style.colorScheme = theme
  }, colour)
  await settled(page)
}

// How many requests a page makes for its first view.
//
// A page of the platform's is loaded first and comes to rest; with it the dashboard asks for what its shell needs (the user,
// the store, notifications, feature flags …) and for that page's rows. Then the address changes without a reload, as a link
// would change it, and every request to /admin from there on is the page's own. The cache of queries began empty with the
// load and holds nothing of ours, so `membership-studio`, which our pages share, is counted for each. The page loaded first
// is one whose rows no page of ours asks for; the settings' pages start from one of the settings, because coming from
// elsewhere would mount their shell anew. A widget stands on a page of the platform's: there, only our routes count.
import { setTimeout as sleep } from "node:timers/promises"
import { adminUrl } from "./studio-page.mjs"

const isOfOurPages = (place) => /^\/(front-desk|(settings\/)?memberships?)(\/|-|\?|$)/.test(place)
const isOfOurRoutes = (asked) => /\/admin\/(membership|household|member|price-chart|studio-clock)/.test(asked)

/** A page rests when nothing is under way, and nothing has begun for half a second. */
const REST_MS = 500

/** All traffic to the backend's staff routes; `rest` resolves when it has come to an end. */
function listen(page) {
  const underWay = new Set()
  const asked = []
  let lastAt = performance.now()
  const ended = (request) => underWay.delete(request) && (lastAt = performance.now())
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url())
    if (!pathname.startsWith("/admin/") || !["fetch", "xhr"].includes(request.resourceType())) return
    underWay.add(request)
    lastAt = performance.now()
    asked.push(`${request.method()} ${pathname}${search}`)
  })
  page.on("requestfinished", ended)
  page.on("requestfailed", ended)
  return {
    asked,
    rest: async () => {
      while (underWay.size > 0 || performance.now() - lastAt < REST_MS) await sleep(50)
    },
  }
}

/** @returns `enter` goes to a page as a link does; `firstView` then tells what it asked for until it rests */
export function countRequests() {
  let traffic
  let before
  let place
  return {
    enter: async (page, to) => {
      place = to
      traffic = listen(page)
      await page.goto(
        adminUrl(place.startsWith("/settings/") ? "/settings/return-reasons" : "/customer-groups")
      )
      await page.locator("main").getByRole("heading").first().waitFor()
      await traffic.rest()
      before = traffic.asked.length
      await page.evaluate((url) => {
        window.history.pushState({}, "", url)
        window.dispatchEvent(new PopStateEvent("popstate", { state: {} }))
      }, adminUrl(place))
    },
    firstView: async () => {
      await traffic.rest()
      const asked = traffic.asked.slice(before)
      return isOfOurPages(place) ? asked : asked.filter(isOfOurRoutes)
    },
  }
}

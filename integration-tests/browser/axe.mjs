// axe looks at what we draw: the page's part of the window and whatever opens above it. The dashboard's own sidebar and bar
// are left out, because nothing of ours stands there. On a page of the platform's only our widgets are ours, and such a scene
// names them with `within`. The platform's components inside our pages count as ours. While a dialog or a menu is open, what
// lies beneath it is out of reach: the focus stays above, and the rest is marked `data-aria-hidden`. It is looked at in scenes
// of its own, and not here, where axe would take the mark itself for a fault.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

const ABOVE = ["[role=dialog]", "[role=alertdialog]", "[role=menu]", "[role=listbox]"]
const BENEATH = "[data-aria-hidden=true]"
const GRAVE = ["serious", "critical"]

/**
 * @param {{ within?: string }} scene
 * @param {{ rules?: string[] }} [looking] at these rules and no others
 * @returns {Promise<{ rule: string, impact: string, help: string, selector: string, html: string }[]>}
 */
export async function graveFaults(page, { within = "main" }, { rules } = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source)
  const violations = await page.evaluate(
    async ({ places, beneath, rules }) => {
      const isOpen = (place) =>
        [...document.querySelectorAll(place)].some((element) => !element.closest(beneath))
      const exclude = document.querySelector(beneath) ? [[beneath]] : []
      const include = places.filter(isOpen).map((place) => [place])
      const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) }
      return (await window.axe.run({ include, exclude }, options)).violations
    },
    { places: [within, ...ABOVE], beneath: BENEATH, rules }
  )
  return violations
    .filter(({ impact }) => GRAVE.includes(impact))
    .flatMap(({ id, impact, help, nodes }) =>
      nodes.map(({ target, html, any }) => ({
        ...{ rule: id, impact, help, selector: target.join(" "), html: html.slice(0, 300) },
        why: any.map(({ message }) => message).join("; "),
      }))
    )
}

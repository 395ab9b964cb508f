/** What a screen reader has nothing to say of. */
export const isNameless = (element: Element) =>
  !element.textContent.trim() &&
  !element.hasAttribute("aria-label") &&
  !element.hasAttribute("aria-labelledby")

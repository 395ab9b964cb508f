import { formatAmount, toMinor } from "../../../../domain/money/amounts"
import type { Payment } from "../../../../providers/payment-sandbox"

const STYLE = `
  :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f3f4f6, #18181b) }
  main { width: min(22rem, calc(100vw - 4rem)); padding: 2rem; border-radius: 12px;
    background: light-dark(#fff, #27272a); box-shadow: 0 1px 3px #0003 }
  h1 { margin: 0; font-size: 1.125rem } p { margin: .5rem 0 }
  .amount { font-size: 1.75rem; font-weight: 600 } .note { margin: 1.25rem 0 0; font-size: .8125rem; color: light-dark(#52525b, #a1a1aa) }
  form { display: flex; gap: .75rem; margin-top: 1.5rem }
  button { flex: 1; padding: .625rem; font: inherit; font-weight: 500; border-radius: 8px; cursor: pointer;
    border: 1px solid light-dark(#71717a, #a1a1aa); background: transparent; color: inherit }
  button[value=confirm] { border-color: #15803d; background: #15803d; color: #fff }
  button:focus-visible, a:focus-visible { outline: 3px solid #3b82f6; outline-offset: 2px }
  a { color: light-dark(#1d4ed8, #93c5fd) }
`

/** Neither scripts nor anything from elsewhere runs on the page, and no other page may frame it. */
export const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}

const SIGNS: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!)

const BRANDS = { visa: "Visa", mastercard: "Mastercard" }

const QUESTION = `<form method="post">
  <button name="decision" value="confirm">Confirm</button>
  <button name="decision" value="refuse">Refuse</button>
</form>`

/** What there is to say once nothing is asked any more. */
function outcomeOf({ status }: Payment): string {
  if (status === "succeeded" || status === "requires_capture") return "The payment is confirmed."
  if (status === "canceled") return "The payment was canceled."
  return "The payment was not made."
}

/** Only a link of the web leads back: the address was given by whoever opened the payment. */
function wayBack({ return_url }: Payment): string {
  if (return_url === null || !/^https?:\/\//i.test(return_url)) return ""
  return `<p><a href="${escaped(return_url)}" rel="noreferrer">Back to the shop</a></p>`
}

export function confirmPage(payment: Payment): string {
  const { amount, currency_code, card, status } = payment
  const asks = status === "requires_action"
  const title = asks ? "Confirm your payment" : outcomeOf(payment)
  const cardLine = card ? `<p>${BRANDS[card.brand]} ending in ${card.last4}</p>` : ""
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Sandbox bank</title><style>${STYLE}</style></head>
<body><main>
<h1>${title}</h1>
<p class="amount">${escaped(formatAmount(toMinor(amount, currency_code), currency_code))}</p>
${cardLine}
${asks ? QUESTION : wayBack(payment)}
<p class="note">Sandbox bank: a page for trying things out. No money moves.</p>
</main></body></html>`
}

import type { NoticeToSend } from "../../../modules/membership/types"
import { chargeNotice, parkedNotice } from "../charge-notice"

const notice = (fields: Partial<NoticeToSend>): NoticeToSend => ({
  ...{
    id: "n1",
    occasion: "payment_failed:c1:1",
    kind: "payment_failed",
    failures: 0,
    membership_id: "m1",
    display_id: 7,
  },
  ...{ plan_name: "Unlimited", time_zone: "Europe/Berlin", order_id: "o1", charge_id: "c1" },
  ...{ customer_id: "cus_1", guest_email: null, currency_code: "eur", total_minor: 4990 },
  ...{ period_starts_on: "2027-04-01", missed_service: null, data: {} },
  ...fields,
})
const reader = (locale: string | null) => ({ email: "ada@example.test", customer_id: "cus_1", locale })

describe("notices of charges", () => {
  it("BILL-3, REMIND-2: a failure tells the reason in plain words and the next try, in the reader's language", () => {
    const failed = notice({
      data: { failure_code: "insufficient_funds", next_try_at: "2027-04-01T22:00:00.000Z", action_url: null },
    })
    const english = chargeNotice(failed, reader(null))
    expect(english).toMatchObject({
      ...{ to: "ada@example.test", template: "membership-payment-failed", receiver_id: "cus_1" },
      ...{ idempotency_key: "membership-notice:payment_failed:c1:1" },
      data: { amount: 49.9, next_try_at: "2027-04-01T22:00:00.000Z", display_id: 7 },
    })
    expect(english.content.text).toBe(
      "We could not charge €49.90 for Unlimited. There was not enough money on the account. We will try again on April 2, 2027."
    )
    expect(chargeNotice(failed, reader("de-AT")).content.text.replace(/\s/g, " ")).toBe(
      "Die Zahlung von 49,90 € für Unlimited ist fehlgeschlagen. Das Konto war nicht ausreichend gedeckt. Wir versuchen es am 2. April 2027 noch einmal."
    )
  })

  it("REMIND-2: a try after one that failed has a key of its own, and that try again the same", () => {
    const keys = [0, 1, 1].map((failures) => chargeNotice(notice({ failures }), reader(null)).idempotency_key)
    expect(keys).toEqual(["", ":1", ":1"].map((end) => `membership-notice:payment_failed:c1:1${end}`))
  })

  it("CREDIT-4, REMIND-2: a fine that was not paid names the visit that was missed, in the reader's language", () => {
    const fine = notice({ missed_service: "Yoga class", data: { failure_code: "expired_card" } })
    const subjects = ["en", "de"].map((locale) => chargeNotice(fine, reader(locale)).content.subject)
    expect(subjects).toEqual([
      "Your payment for a missed visit (Yoga class) failed",
      "Die Zahlung für einen verpassten Besuch (Yoga class) ist fehlgeschlagen",
    ])
  })

  it("BILL-3: a code that we do not know, and no further try, are said without guessing", () => {
    const { text } = chargeNotice(
      notice({ data: { failure_code: "pickup_card", next_try_at: null } }),
      reader("en")
    ).content
    expect(text).toBe("We could not charge €49.90 for Unlimited. The payment did not go through.")
  })

  it.each([
    [{ has_method: true, method_label: "visa •••• 4242" }, "We will charge visa •••• 4242."],
    [{ has_method: true, method_label: null }, "We will charge your saved payment method."],
    [{ has_method: false, method_label: null }, "No payment method is saved."],
  ])("BILL-3, REMIND-1: a charge to come tells its day, amount and %j", (method, sentence) => {
    const data = { due_at: "2027-03-31T22:00:00.000Z", net_minor: 4990, ...method }
    const { text } = chargeNotice(
      notice({ kind: "upcoming_charge", charge_id: null, total_minor: null, data }),
      reader("en-GB")
    ).content
    expect(text).toBe(
      `€49.90 for Unlimited is due on April 1, 2027; tax that the price does not include is added. ${sentence}`
    )
  })

  it("BILL-5: a payment to confirm carries its link", () => {
    const action_url = "https://bank.example/confirm"
    const { content, data } = chargeNotice(
      notice({ kind: "confirm_payment", data: { action_url } }),
      reader("de")
    )
    expect(content.text).toContain(`Das geht hier: ${action_url}`)
    expect(data.action_url).toBe(action_url)
  })

  it.each([
    [
      ...["price_change_scheduled", "en", "membership-price-change-scheduled"],
      "From April 1, 2027 on Unlimited costs €55.50 each period instead of €49.90; tax that the price does not include is added.",
    ],
    [
      ...["price_change_taken_back", "de", "membership-price-change-taken-back"],
      "Angekündigt war, dass Unlimited ab dem 1. April 2027 je Zeitraum 55,50 € kostet. Das geschieht nicht: Es bleibt bei 49,90 €.",
    ],
  ] as const)("CHART-10: %s tells the day and both amounts", (kind, locale, template, sentence) => {
    const data = { starts_on: "2027-04-01", now_minor: 4990, then_minor: 5550 }
    const letter = chargeNotice(
      notice({ kind, occasion: `${kind}_1:cus_1`, charge_id: null, total_minor: null, data }),
      reader(locale)
    )
    expect(letter).toMatchObject({
      template,
      data: { starts_on: "2027-04-01", now: 49.9, then: 55.5, amount: null },
    })
    expect(letter.content.text.replace(/\s/g, " ")).toBe(sentence)
  })

  it.each([
    ["en", "Please do so in your account."],
    ["de", "Das geht im eigenen Konto."],
  ])(
    "BILL-5: where the provider has no page to confirm on, it says where else, in %s",
    (locale, sentence) => {
      const { content, data } = chargeNotice(notice({ kind: "confirm_payment", data: {} }), reader(locale))
      expect(content.text).toContain(sentence)
      expect(data).toMatchObject({ action_url: null, charge_id: expect.any(String) })
    }
  )

  it("BILL-4: staff are told of a parked charge without anybody's name", () => {
    const parked = notice({ kind: "charge_parked", occasion: "charge_parked:c1:4" })
    expect(parkedNotice(parked)).toMatchObject({
      ...{ key: "membership-notice:charge_parked:c1:4", resource_id: "c1" },
      description: expect.stringContaining("Unlimited #7"),
    })
  })
})

import { type NoticeTexts, sentences } from "./types"

export const de: NoticeTexts = {
  locale: "de",
  reasons: {
    card_declined: "Die Bank hat sie abgelehnt.",
    declined: "Die Bank hat sie abgelehnt.",
    insufficient_funds: "Das Konto war nicht ausreichend gedeckt.",
    expired_card: "Die Karte ist abgelaufen.",
    payment_method_missing: "Es ist keine Zahlungsart hinterlegt.",
  },
  otherReason: "Die Zahlung kam nicht zustande.",
  missedVisit: (service) => `einen verpassten Besuch (${service})`,
  write: {
    upcoming_charge: ({ plan, amount, due_on, has_method, method }) => ({
      subject: `${plan} verlängert sich bald`,
      text: sentences(
        `Am ${due_on} sind ${amount} für ${plan} fällig; Steuern, die der Preis nicht enthält, kommen hinzu.`,
        has_method
          ? `Wir buchen von ${method ?? "der hinterlegten Zahlungsart"} ab.`
          : "Es ist keine Zahlungsart hinterlegt."
      ),
    }),
    payment_failed: ({ plan, amount, reason, next_try, link }) => ({
      subject: `Die Zahlung für ${plan} ist fehlgeschlagen`,
      text: sentences(
        `Die Zahlung von ${amount} für ${plan} ist fehlgeschlagen. ${reason}`,
        next_try && `Wir versuchen es am ${next_try} noch einmal.`,
        link && `Die Zahlungsart lässt sich hier ändern: ${link}`
      ),
    }),
    confirm_payment: ({ plan, amount, link }) => ({
      subject: `Bitte die Zahlung für ${plan} bestätigen`,
      text: sentences(
        `Die Bank bittet um eine Bestätigung der Zahlung von ${amount} für ${plan}.`,
        link && `Das geht hier: ${link}`
      ),
    }),
    paid_after_failure: ({ plan, amount }) => ({
      subject: `Die Zahlung für ${plan} ist eingegangen`,
      text: `Vielen Dank: ${amount} für ${plan} sind bezahlt.`,
    }),
    suspended: ({ plan, link }) => ({
      subject: `${plan} ist gesperrt`,
      text: sentences(
        `${plan} ist gesperrt, bis der offene Betrag bezahlt ist.`,
        link && `Die Zahlungsart lässt sich hier ändern: ${link}`
      ),
    }),
    canceled_for_non_payment: ({ plan }) => ({
      subject: `${plan} wurde beendet`,
      text: `${plan} wurde beendet, weil nicht bezahlt wurde. Der offene Betrag bleibt geschuldet; bitte melden Sie sich bei uns.`,
    }),
  },
}

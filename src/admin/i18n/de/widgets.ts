import type { widgets as words } from "../en/widgets"

export const widgets: typeof words = {
  customer: {
    title: "Mitgliedschaften",
    sell: "Verkaufen",
    empty: "Keine gekauft, bezahlt oder in Anspruch genommen.",
    bought: "Gekauft",
    pays: "Zahlt",
    holds: "Hat einen Platz",
    more_one: "{{count}} weitere anzeigen",
    more_other: "{{count}} weitere anzeigen",
    fewer: "Weniger anzeigen",
    beyond_one: "und {{count}} ältere",
    beyond_other: "und {{count}} ältere",
    method: {
      pays: "Zahlt Verlängerungen mit {{name}}",
      expires: "Zahlt Verlängerungen mit {{name}}, gültig bis {{month}}",
      expired: "Zahlt Verlängerungen mit {{name}}, abgelaufen {{month}}",
      expiringBadge: "Läuft bald ab",
      expiredBadge: "Abgelaufen",
      nameless: "einer gespeicherten Zahlungsart",
      none: "Keine gespeicherte Zahlungsart",
      noneMeans:
        "Verlängerungen können nicht von selbst abgebucht werden. Eine Zahlungsart wird im Shop gespeichert, oder Sie erfassen jede Zahlung.",
    },
  },
  product: {
    title_one: "Wird als Tarif verkauft",
    title_other: "Wird als Tarife verkauft",
    openPrices: "Preise",
    sellable: "Kann verkauft werden",
    offSale: "Nicht mehr im Verkauf",
    missing_one: "{{count}} Angabe fehlt für den Verkauf",
    missing_other: "{{count}} Angaben fehlen für den Verkauf",
  },
  promotion: {
    title: "Mitgliedschaften",
    means: "Wer mit dieser Aktion eine Mitgliedschaft kauft, behält sie für weitere Zahlungen.",
    lowers: "Sie senkt",
    first: "Die erste Zahlung",
    some: "Die ersten Zahlungen",
    every: "Jede Zahlung",
    count: "Anzahl der Zahlungen",
    countMeans: "Die beim Verkauf zählt als erste.",
    countWrong: "Geben Sie eine ganze Zahl von 1 bis {{max}} an.",
    save: "Speichern",
    saved: "Gespeichert. Es gilt für Mitgliedschaften, die ab jetzt verkauft werden.",
  },
  order: {
    title: "Mitgliedschaften",
    recordPayment: "Zahlung erfassen",
  },
}

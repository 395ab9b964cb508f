import type { renewals as words } from "../en/renewals"

export const renewals: typeof words = {
  title: "Verlängerungen",
  state: { running: "Laufen", paused: "Angehalten" },
  edit: "Bearbeiten",
  retries: "Neue Versuche",
  retriesValue_one: "{{days}} Tag nach dem ersten Fehlschlag",
  retriesValue_other: "{{days}} Tage nach dem ersten Fehlschlag",
  noRetries: "Keine",
  grace: "Nachfrist",
  graceValue_one: "{{count}} Tag nach dem ersten Fehlschlag bleibt der Zutritt",
  graceValue_other: "{{count}} Tage nach dem ersten Fehlschlag bleibt der Zutritt",
  noGrace: "Keine: Der Zutritt endet mit dem ersten Fehlschlag",
  then: "Nach der Nachfrist",
  thenValue: {
    suspend: "Die Mitgliedschaft wird gesperrt, bis sie bezahlt ist",
    cancel: "Die Mitgliedschaft wird gekündigt",
  },
  remind: "Erinnerungen",
  remindValue_one: "{{days}} Tag vor einer Abbuchung",
  remindValue_other: "{{days}} Tage vor einer Abbuchung",
  noReminders: "Keine",
  manual: "Manuelle Zahlungen",
  manualValue: {
    yes: "Ein wiederkehrender Tarif darf ohne gespeicherte Zahlungsart verkauft werden",
    no: "Ein wiederkehrender Tarif braucht eine gespeicherte Zahlungsart",
  },
  billingDay: "Gemeinsamer Abrechnungstag",
  noBillingDay: "Keiner: Jede Mitgliedschaft wird ab ihrem eigenen Tag abgerechnet",
  billingDayValue: "Tag {{day}} des Monats, für anteilig berechnete Tarife",
  form: {
    title: "Verlängerungen bearbeiten",
    detail: "Was das Studio tut, wenn eine Abbuchung ansteht und wenn sie nicht bezahlt wird.",
    retries: "Erneut versuchen nach so vielen Tagen",
    retriesHint:
      "Tage nach dem ersten Fehlschlag, etwa 1, 3, 5, 7. Leer: Es wird von selbst nicht erneut versucht. Schon geplante Versuche bleiben bestehen.",
    retriesInvalid: "Geben Sie ganze Tage von 1 bis 365 ein, jeden später als den vorigen.",
    grace: "Nachfrist",
    graceUnit: "Tage",
    graceHint: "So viele Tage nach dem ersten Fehlschlag lässt sich die Mitgliedschaft noch nutzen.",
    graceInvalid: "Geben Sie eine ganze Zahl von 0 bis 365 ein.",
    graceBeforeRetry:
      "Sie würde vor dem letzten Versuch an Tag {{day}} gekündigt. Geben Sie {{day}} oder mehr ein.",
    then: "Nach der Nachfrist",
    suspend: "Sperren",
    suspendDetail: "Es gibt keinen Zutritt, bis bezahlt ist; dann geht es weiter.",
    cancel: "Kündigen",
    cancelDetail: "Sie endet. Was offen ist, bleibt offen; von selbst wird nichts mehr versucht.",
    atOnce:
      "Eine andere Nachfrist und das, was auf sie folgt, gelten sofort für alle, die im Rückstand sind. Rückwirkend endet dadurch niemandes Zutritt.",
    remind: "So viele Tage vorher erinnern",
    remindHint: "Tage, bevor eine Abbuchung fällig ist, etwa 7, 3. Leer: keine Erinnerung.",
    remindInvalid: "Geben Sie ganze Tage von 1 bis 365 ein.",
    tooMany: "Höchstens {{max}} Tage.",
    manual: "Manuelle Zahlungen erlauben",
    manualHint:
      "Ein wiederkehrender Tarif darf ohne gespeicherte Zahlungsart verkauft werden; die zahlende Person wird dann um jede Zahlung gebeten.",
    billingDay: "Gemeinsamer Abrechnungstag",
    billingDayHint:
      "Ein Tag des Monats von 1 bis 28. Leer: Jede Mitgliedschaft wird ab ihrem eigenen Tag abgerechnet. Er gilt für neue Verkäufe von Tarifen für eine Person, die anteilig berechnet werden und sich nach Monaten oder Jahren verlängern; was verkauft ist, behält seinen Tag.",
    billingDayInvalid: "Geben Sie eine ganze Zahl von 1 bis 28 ein: einen Tag, den jeder Monat hat.",
    example: "Zum Beispiel",
    exampleFull: "Wer heute einen Monatstarif kauft, zahlt einen vollen Zeitraum, {{from}} bis {{until}}.",
    exampleShort_one:
      "Wer heute einen Monatstarif kauft, zahlt {{count}} von {{of}} Tagen, {{from}} bis {{until}}: {{share}} des Preises. Ab {{next}} ist es der volle Preis, jeden Monat am gleichen Tag.",
    exampleShort_other:
      "Wer heute einen Monatstarif kauft, zahlt {{count}} von {{of}} Tagen, {{from}} bis {{until}}: {{share}} des Preises. Ab {{next}} ist es der volle Preis, jeden Monat am gleichen Tag.",
    saved: "Verlängerungen gespeichert.",
  },
  pause: {
    action: "Alle Verlängerungen anhalten",
    title: "Alle Verlängerungen anhalten?",
    detail:
      "Ab jetzt wird nichts abgebucht. Mitgliedschaften bleiben, wie sie sind, und was fällig wird, gilt nicht als fehlgeschlagen.",
    catchUp:
      "Wenn Sie fortfahren, wird alles, was inzwischen fällig wurde, mit dem nächsten Lauf einmal abgebucht; Erinnerungen und neue Versuche gehen wie gewohnt weiter.",
    graceGoesOn: "Wer schon im Rückstand ist, behält seine Nachfrist; sie läuft weiter.",
    reason: "Grund",
    reasonHint: "Für Ihr Team; er wird angezeigt, solange die Verlängerungen angehalten sind.",
    confirm: "Anhalten",
    done: "Die Verlängerungen sind angehalten. Bis Sie fortfahren, wird nichts abgebucht.",
    failed: "Die Verlängerungen wurden nicht angehalten",
    banner: "Alle Verlängerungen sind angehalten",
    since: "Seit {{time}}. Bis Sie fortfahren, wird nichts abgebucht.",
    sinceBy: "Seit {{time}}, durch {{name}}. Bis Sie fortfahren, wird nichts abgebucht.",
    because: "Grund: {{reason}}",
  },
  continue: {
    action: "Verlängerungen fortsetzen",
    title: "Verlängerungen fortsetzen?",
    counting: "Es wird gezählt, was wartet …",
    uncounted:
      "Was inzwischen fällig wurde, ließ sich nicht zählen. Es wird mit dem nächsten Lauf einmal abgebucht.",
    waiting_one:
      "{{count}} Forderung ist fällig und wurde noch nicht versucht. Der nächste Lauf bucht sie einmal ab.",
    waiting_other:
      "{{count}} Forderungen sind fällig und wurden noch nicht versucht. Der nächste Lauf bucht sie einmal ab.",
    none: "Keine Forderung wartet. Was ab jetzt fällig wird, wird wie gewohnt abgebucht.",
    others: "Auch die inzwischen geplanten neuen Versuche werden nachgeholt.",
    confirm: "Fortsetzen",
    done: "Die Verlängerungen gehen weiter. Was inzwischen fällig wurde, wird mit dem nächsten Lauf abgebucht.",
    failed: "Die Verlängerungen gehen nicht weiter",
  },
}

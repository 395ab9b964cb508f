import type { shared as words } from "../en/shared"

export const shared: typeof words = {
  domain: "Mitgliedschaften",
  none: "–",
  actions: {
    add: "Hinzufügen",
    cancel: "Abbrechen",
    close: "Schließen",
    create: "Anlegen",
    delete: "Löschen",
    edit: "Bearbeiten",
    filter: "Filtern",
    menu: "Weitere Aktionen",
    remove: "Entfernen",
    removeFilter: "Filter entfernen: {{name}}",
    retry: "Erneut versuchen",
    save: "Speichern",
  },
  states: {
    failedTitle: "Das konnte nicht geladen werden",
    failedDetail:
      "Der Server hat nicht wie erwartet geantwortet. Prüfen Sie die Verbindung und versuchen Sie es erneut.",
    forbiddenTitle: "Das dürfen Sie nicht sehen",
    forbiddenDetail:
      "Ihrer Rolle fehlt die Berechtigung. Fragen Sie eine Administratorin oder einen Administrator.",
    notFoundTitle: "Diese Mitgliedschaft gibt es nicht",
    notFoundDetail: "Vielleicht stammt der Link von früher.",
    toList: "Alle Mitgliedschaften",
    loading: "Wird geladen",
  },
  foreseen: {
    title: "Was geschieht",
    loading: "Wird ermittelt",
    refused: "Jetzt nicht möglich",
    nothing: "Nichts ändert sich.",
  },
  forms: {
    number: "Anzahl",
    unit: "Zeiteinheit",
    optional: "(Optional)",
    units: { day: "Tage", week: "Wochen", month: "Monate", year: "Jahre" },
    removeChosen: "{{name}} entfernen",
    chooseOne: "Wählen Sie mindestens eines aus.",
    choose: "Auswählen",
    required: "Das muss ausgefüllt sein.",
    wholeNumber: "Geben Sie eine ganze Zahl ein.",
    atLeast: "Mindestens {{min}}.",
    atMost: "Höchstens {{max}}.",
    amount: "Geben Sie einen Betrag ein, etwa 49,50.",
    anyone: "Alle",
    everywhere: "Überall",
  },
}

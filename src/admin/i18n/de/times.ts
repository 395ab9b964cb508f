import type { times as english } from "../en/times"

export const times: typeof english = {
  anytime: "Zu jeder Zeit",
  anytimeHint: "Immer, wenn der Standort geöffnet ist.",
  windows: "Zeiten",
  windowsHint:
    "In der Zeit des Standorts. Ohne Ende gilt das Ende des Tages; für eine Zeit über Mitternacht legen Sie zwei an.",
  window: "Zeit {{number}}",
  weekdays: "Wochentage",
  from: "Von",
  until: "Bis",
  untilWrong: "Eine Zeit endet, nachdem sie beginnt; für eine über Mitternacht legen Sie zwei an.",
  add: "Zeit hinzufügen",
  remove: "Zeit {{number}} entfernen",
}

import type { deletion as words } from "../en/deletion"

export const deletion: typeof words = {
  ask: "Was passiert, wenn dieses Kundenkonto gelöscht wird?",
  hide: "Folgen der Löschung ausblenden",
  customer: "Die Kundin oder der Kunde",
  purchaser: "Wer sie gekauft hat,",
  membership: "{{plan}} #{{number}}",
  nothing: "Nichts ändert sich.",
  member_erased: "{{name}} heißt im Verlauf „Deleted member“; sonst bleibt nichts Persönliches gespeichert.",
  charges_stopped_one:
    "{{count}} offene Forderung an {{name}} wird nicht mehr eingezogen. Sie bleibt offen, bis Sie eine Zahlung erfassen oder sie erlassen.",
  charges_stopped_other:
    "{{count}} offene Forderungen an {{name}} werden nicht mehr eingezogen. Sie bleiben offen, bis Sie Zahlungen erfassen oder sie erlassen.",
  plan_changes_taken_back_one:
    "{{count}} vorgemerkter Wechsel in eine gemeinsame Mitgliedschaft wird zurückgenommen, weil {{name}} den Platz zahlen sollte.",
  plan_changes_taken_back_other:
    "{{count}} vorgemerkte Wechsel in gemeinsame Mitgliedschaften werden zurückgenommen, weil {{name}} die Plätze zahlen sollte.",
  purchaser_erased_one: "{{count}} gekaufte Mitgliedschaft nennt dann „Deleted customer“.",
  purchaser_erased_other: "{{count}} gekaufte Mitgliedschaften nennen dann „Deleted customer“.",
  proofs_removed_one: "{{count}} Nachweis wird gelöscht.",
  proofs_removed_other: "{{count}} Nachweise werden gelöscht.",
  invitations_revoked_one: "{{count}} offene Einladung wird zurückgenommen.",
  invitations_revoked_other: "{{count}} offene Einladungen werden zurückgenommen.",
  guests_erased_one: "{{count}} mitgebrachter Gast wird nicht mehr genannt.",
  guests_erased_other: "{{count}} Besuche mitgebrachter Gäste nennen niemanden mehr.",
  household_left: "{{name}} verlässt den Haushalt „{{household}}“.",
  household_dissolved: "Der Haushalt „{{household}}“ wird aufgelöst: Niemand lebt mehr dort.",
  household_without_guardian:
    "Der Haushalt „{{household}}“ hat dann niemanden mehr, der für die anderen handelt. Benennen Sie vorher oder nachher jemanden.",
}

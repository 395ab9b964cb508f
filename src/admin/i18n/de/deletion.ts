import type { deletion as words } from "../en/deletion"

export const deletion: typeof words = {
  ask: "Was passiert, wenn dieses Kundenkonto gelöscht wird?",
  hide: "Folgen der Löschung ausblenden",
  customer: "Die Kundin oder der Kunde",
  purchaser: "Wer sie gekauft hat,",
  membership: "{{plan}} #{{number}}",
  nothing: "Nichts ändert sich.",
  member_erased: "{{name}} heißt im Verlauf „Deleted member“; sonst bleibt nichts Persönliches gespeichert.",
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

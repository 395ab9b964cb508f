export const deletion = {
  ask: "What if this customer is deleted?",
  hide: "Hide what happens if they are deleted",
  customer: "The customer",
  purchaser: "Whoever bought it",
  membership: "{{plan}} #{{number}}",
  nothing: "Nothing changes.",
  member_erased:
    "{{name}} is called “Deleted member” in the history; nothing else that is known of them is kept.",
  charges_stopped_one:
    "{{name}}: {{count}} open charge is not tried any more. It stays owed until you record a payment or waive it.",
  charges_stopped_other:
    "{{name}}: {{count}} open charges are not tried any more. They stay owed until you record a payment or waive them.",
  plan_changes_taken_back_one:
    "{{count}} planned move to a shared membership is taken back, because {{name}} was to pay for the seat.",
  plan_changes_taken_back_other:
    "{{count}} planned moves to shared memberships are taken back, because {{name}} was to pay for the seats.",
  purchaser_erased_one: "{{count}} membership that they bought names a “Deleted customer”.",
  purchaser_erased_other: "{{count}} memberships that they bought name a “Deleted customer”.",
  proofs_removed_one: "{{count}} proof goes.",
  proofs_removed_other: "{{count}} proofs go.",
  invitations_revoked_one: "{{count}} open invitation is taken back.",
  invitations_revoked_other: "{{count}} open invitations are taken back.",
  guests_erased_one: "{{count}} guest whom they brought is named no more.",
  guests_erased_other: "{{count}} visits of guests whom they brought name nobody any more.",
  household_left: "{{name}} leaves the household “{{household}}”.",
  household_dissolved: "The household “{{household}}” is dissolved: nobody lives there any more.",
  household_without_guardian:
    "The household “{{household}}” is left without a guardian. Name another one, before or after.",
}

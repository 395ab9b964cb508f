import { merge as de } from "../../../../i18n/de/merge"
import { merge as en } from "../../../../i18n/en/merge"
import { format, t } from "../../../../memberships/seats/__tests__/fixtures"
import { ApiError } from "../../../../platform/api-error"
import { coveredText, mergeGroups, mergeRefusal } from "../merge-lines"
import type { MergeEffect } from "../types"

const words = { t, format, name: "Doro", into: "Karla" }
const membership = { membership_id: "m", membership_display_id: 7, plan_name: "Yoga", currency_code: "eur" }
const seat = { seat_id: "s", seat_label: "Adult", seat_sequence: null }
const covered: MergeEffect = {
  ...{ code: "already_covered", plan_name: "Yoga", display_ids: [7, 8], until_on: null },
}

describe("what a merge does, in sentences", () => {
  it("BILL-11: each membership by itself with who gets the seat, pays and has bought it; the person last", () => {
    const effects: MergeEffect[] = [
      { ...membership, ...seat, code: "member_seated", member_id: "karla" },
      { ...membership, code: "purchaser_changes", to_customer_id: "cus_karla" },
      {
        ...membership,
        ...seat,
        code: "payer_changes",
        from_customer_id: "cus_doro",
        to_customer_id: "cus_karla",
      },
      { code: "charges_move", count: 2 },
      { code: "facts_taken", fields: ["phone", "notes"] },
      { code: "household_taken", household_id: "h", household_name: "Doppel" },
    ]
    expect(
      mergeGroups(effects, words).map(({ membership: of, lines }) => [of?.title ?? null, ...lines])
    ).toEqual([
      [
        ...["deletion.membership | Yoga | 7", "merge.effect.purchaser_changes | Karla"],
        ...["effect.member_seated | Karla | Adult", "effect.payer_changes | Karla | Adult"],
      ],
      [
        ...[null, "merge.effect.charges_move | Doro | Karla | 2"],
        "merge.effect.facts_taken | Doro | Karla | people.members.form.phone, people.members.form.notes",
        "merge.effect.household_taken | Doro | Karla | Doppel",
      ],
    ])
  })

  it("SEAT-2: it is the duplicate who leaves a seat that stays empty", () => {
    const effects: MergeEffect[] = [{ ...membership, ...seat, code: "member_unseated", member_id: "doro" }]
    expect(mergeGroups(effects, words)[0]!.lines).toEqual(["effect.member_unseated | Doro | Adult"])
  })

  it("BILL-11: what has to be confirmed is asked, and not told among the others", () => {
    expect(mergeGroups([covered, { code: "date_of_birth_differs" }], words)).toEqual([])
    expect(coveredText([covered], t)).toBe("merge.confirm.pair | Yoga | #7 + #8")
  })

  it.each<[string, object, string | null]>([
    [
      "charges under way",
      { charges: [{ membership_display_id: 7 }, { membership_display_id: 7 }] },
      "merge.charges | #7",
    ],
    ["two households", { household_ids: ["a", "b"] }, "merge.households | Doro"],
    ["anything else", {}, null],
  ])("says why not of %s", (_what, details, said) => {
    expect(mergeRefusal(new ApiError(409, { code: "conflict", details: { ...details } }), words)).toBe(said)
  })

  it("names both people in every sentence of either language that English names them in", () => {
    const named = (text: string) =>
      ["{{name}}", "{{into}}", "{{count}}"].filter((each) => text.includes(each)).join()
    const of = (effects: Record<string, string>) =>
      Object.entries(effects).map(([code, text]) => [code, named(text)])
    expect(of(de.effect)).toEqual(of(en.effect))
  })
})

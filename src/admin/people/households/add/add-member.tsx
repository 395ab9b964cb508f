import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { FormDrawer } from "../../../forms/form-drawer"
import { useSave } from "../../../forms/use-save"
import { useText } from "../../../text/use-text"
import { ChooseOne } from "../../choose/choose-one"
import { type Found, MEMBERS } from "../../choose/sources"
import { useHousehold } from "../../queries/households"
import { usePlaceMember } from "../../queries/members"
import { useMove } from "../../use-move"

interface AddValues {
  member_ids: Found | null
}

/** Somebody who is a member already joins; who lives elsewhere moves, which has to be confirmed (PEOPLE-2). */
export function AddMember({ id }: { id: string }) {
  const t = useText()
  const { data: household } = useHousehold(id)
  const withMove = useMove("member_ids")
  const { mutateAsync } = usePlaceMember()
  const form = useForm<AddValues>({
    defaultValues: { member_ids: null },
    resolver: zodResolver(
      z.object({ member_ids: z.custom<Found | null>((given) => given !== null, t("forms.required")) })
    ),
  })
  const submit = useSave(form, {
    save: async ({ member_ids }) =>
      withMove(async (move) => mutateAsync({ member_id: member_ids?.id ?? "", household_id: id, move })),
    saved: () => {
      const name = form.getValues("member_ids")?.name ?? ""
      return t("people.household.joined", { name, household: household?.name ?? "" })
    },
  })
  return (
    <FormDrawer
      title={t("people.households.add.title")}
      description={t("people.households.add.description")}
      submitText={t("people.households.add.submit")}
      form={form}
      onSubmit={submit}
    >
      <ChooseOne
        control={form.control}
        name="member_ids"
        source={MEMBERS}
        label={t("people.households.add.member")}
        placeholder={t("people.households.create.membersSearch")}
      />
    </FormDrawer>
  )
}

import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { FormDrawer } from "../../../forms/form-drawer"
import { useSave } from "../../../forms/use-save"
import { useText } from "../../../text/use-text"
import { ChooseOne } from "../../choose/choose-one"
import { type Found, HOUSEHOLDS } from "../../choose/sources"
import { LoadingDrawer } from "../../loading-drawer"
import { nameOf } from "../../names"
import { useMember, usePlaceMember } from "../../queries/members"
import type { Member } from "../../types"
import { useMove } from "../../use-move"

interface PlaceValues {
  household_id: Found | null
}

/** Joins a household, or moves to another one, which has to be confirmed (PEOPLE-2). */
export function PlaceMember({ id }: { id: string }) {
  const t = useText()
  const member = useMember(id)
  if (member.data) return <PlaceForm member={member.data} />
  return <LoadingDrawer title={t("people.household.join")} queries={[member]} />
}

function PlaceForm({ member }: { member: Member }) {
  const t = useText()
  const withMove = useMove("household_id")
  const { mutateAsync } = usePlaceMember()
  const form = useForm<PlaceValues>({
    defaultValues: { household_id: null },
    resolver: zodResolver(
      z.object({ household_id: z.custom<Found | null>((given) => given !== null, t("forms.required")) })
    ),
  })
  const submit = useSave(form, {
    save: async ({ household_id }) => {
      const placement = { member_id: member.id, household_id: household_id?.id ?? null }
      return withMove(async (move) => mutateAsync({ ...placement, move }))
    },
    saved: () => {
      const household = form.getValues("household_id")?.name ?? ""
      return t("people.household.joined", { name: nameOf(member), household })
    },
  })
  return (
    <FormDrawer
      title={t(member.household ? "people.household.moveTo" : "people.household.join")}
      description={t("people.household.joinDetail")}
      submitText={t(member.household ? "people.move.confirm" : "people.household.joinSubmit")}
      form={form}
      onSubmit={submit}
    >
      <ChooseOne
        control={form.control}
        name="household_id"
        source={HOUSEHOLDS}
        label={t("people.members.form.household")}
        placeholder={t("people.members.form.householdSearch")}
      />
    </FormDrawer>
  )
}

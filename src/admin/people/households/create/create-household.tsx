import { zodResolver } from "@hookform/resolvers/zod"
import { type UseFormReturn, useForm, useWatch } from "react-hook-form"
import { FormModal } from "../../../forms/form-modal"
import { TextField } from "../../../forms/text-fields"
import { useSave } from "../../../forms/use-save"
import { useStudio } from "../../../platform/studio"
import { useText } from "../../../text/use-text"
import { ChooseMany } from "../../choose/choose-many"
import { CUSTOMER_MEMBERS, MEMBERS } from "../../choose/sources"
import { useCreateHousehold } from "../../queries/households"
import { useMove } from "../../use-move"
import { bodyOf, householdSchema, type HouseholdValues, NEW_HOUSEHOLD } from "./household-form"
import { NewPeople } from "./new-people"

export function CreateHousehold() {
  const t = useText()
  const { data: studio } = useStudio()
  const withMove = useMove("member_ids")
  const { mutateAsync } = useCreateHousehold()
  const form = useForm<HouseholdValues>({
    defaultValues: NEW_HOUSEHOLD,
    resolver: zodResolver(householdSchema(t, studio?.today)),
  })
  const submit = useSave(form, {
    save: async (values) => withMove(async (move) => mutateAsync({ ...bodyOf(values), move })),
    saved: ({ name }) => t("people.households.created", { name }),
    to: ({ id }) => `/memberships/households/${id}`,
  })
  return (
    <FormModal
      title={t("people.households.create.title")}
      description={t("people.households.create.description")}
      submitText={t("people.households.create.submit")}
      form={form}
      onSubmit={submit}
    >
      <TextField
        control={form.control}
        name="name"
        autoFocus
        label={t("people.households.create.name")}
        hint={t("people.households.create.nameHint")}
      />
      <WhoLivesThere form={form} />
      <NewPeople control={form.control} />
    </FormModal>
  )
}

/** A member is chosen once: as a guardian, or beside them. */
function WhoLivesThere({ form: { control } }: { form: UseFormReturn<HouseholdValues> }) {
  const t = useText()
  const [guardians, members] = useWatch({ control, name: ["guardian_ids", "member_ids"] })
  return (
    <>
      <ChooseMany
        control={control}
        name="guardian_ids"
        source={CUSTOMER_MEMBERS}
        except={members.map(({ id }) => id)}
        label={t("people.households.create.guardians")}
        hint={t("people.households.create.guardiansHint")}
        placeholder={t("people.households.create.guardiansSearch")}
      />
      <ChooseMany
        control={control}
        name="member_ids"
        optional
        source={MEMBERS}
        except={guardians.map(({ id }) => id)}
        label={t("people.households.create.members")}
        hint={t("people.households.create.membersHint")}
        placeholder={t("people.households.create.membersSearch")}
      />
    </>
  )
}

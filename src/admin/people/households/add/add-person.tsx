import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { FormDrawer } from "../../../forms/form-drawer"
import { TextField } from "../../../forms/text-fields"
import { useSave } from "../../../forms/use-save"
import { useStudio } from "../../../platform/studio"
import { useText } from "../../../text/use-text"
import { useCreateMember } from "../../queries/members"
import { NEW_PERSON, newPersonOf, newPersonSchema, type NewPersonValues } from "../create/household-form"

/** Somebody who becomes a member of the household, without a login. */
export function AddPerson({ id }: { id: string }) {
  const t = useText()
  const { data: studio } = useStudio()
  const { mutateAsync } = useCreateMember()
  const form = useForm<NewPersonValues>({
    defaultValues: NEW_PERSON,
    resolver: zodResolver(newPersonSchema(t, studio?.today)),
  })
  const submit = useSave(form, {
    save: async (values) => mutateAsync({ ...newPersonOf(values), household_id: id }),
    saved: () => t("people.members.created", { name: form.getValues("first_name").trim() }),
  })
  const { control } = form
  return (
    <FormDrawer
      title={t("people.households.dependent.title")}
      description={t("people.households.dependent.description")}
      submitText={t("people.households.dependent.submit")}
      form={form}
      onSubmit={submit}
    >
      <TextField control={control} name="first_name" autoFocus label={t("people.members.form.first_name")} />
      <TextField control={control} name="last_name" optional label={t("people.members.form.last_name")} />
      <TextField
        control={control}
        name="date_of_birth"
        type="date"
        optional
        label={t("people.members.form.date_of_birth")}
        hint={t("people.members.form.date_of_birthHint")}
      />
    </FormDrawer>
  )
}

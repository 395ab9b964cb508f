import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { FormModal } from "../../../forms/form-modal"
import { useSave } from "../../../forms/use-save"
import { useStudio } from "../../../platform/studio"
import { useText } from "../../../text/use-text"
import { ChooseOne } from "../../choose/choose-one"
import { HOUSEHOLDS } from "../../choose/sources"
import { useCreateMember } from "../../queries/members"
import { explainedRefusal } from "../../refusals"
import { bodyOf, memberSchema, type MemberValues, NEW_MEMBER } from "./member-form"
import { MemberFields } from "./member-fields"

export function CreateMember() {
  const t = useText()
  const { data: studio } = useStudio()
  const { mutateAsync } = useCreateMember()
  const form = useForm<MemberValues>({
    defaultValues: NEW_MEMBER,
    resolver: zodResolver(memberSchema(t, studio?.today)),
  })
  const submit = useSave(form, {
    save: async (values) => {
      try {
        return await mutateAsync({ ...bodyOf(values), household_id: values.household_id?.id ?? null })
      } catch (error) {
        throw explainedRefusal(error, t)
      }
    },
    saved: () => t("people.members.created", { name: form.getValues("first_name") }),
    to: ({ id }) => `/memberships/members/${id}`,
  })
  return (
    <FormModal
      title={t("people.members.create.title")}
      description={t("people.members.create.description")}
      submitText={t("people.members.create.submit")}
      form={form}
      onSubmit={submit}
    >
      <MemberFields control={form.control} isWide />
      <ChooseOne
        control={form.control}
        name="household_id"
        optional
        source={HOUSEHOLDS}
        label={t("people.members.form.household")}
        hint={t("people.members.form.householdHint")}
        placeholder={t("people.members.form.householdSearch")}
      />
    </FormModal>
  )
}

import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { FormDrawer } from "../../../forms/form-drawer"
import { useSave } from "../../../forms/use-save"
import { LoadingDrawer } from "../../loading-drawer"
import { useStudio } from "../../../platform/studio"
import { useText } from "../../../text/use-text"
import { useDateOfBirth, useMember, useUpdateMember } from "../../queries/members"
import { explainedRefusal } from "../../refusals"
import type { Member } from "../../types"
import { bodyOf, changes, memberSchema, type MemberValues, valuesOf } from "./member-form"
import { MemberFields } from "./member-fields"

/** The date of birth is fetched when somebody changes a member, and not before (PEOPLE-6). */
export function EditMember({ id }: { id: string }) {
  const t = useText()
  const member = useMember(id)
  const birth = useDateOfBirth(id)
  if (member.data && birth.data !== undefined)
    return <EditForm member={member.data} dateOfBirth={birth.data} />
  return <LoadingDrawer title={t("people.members.edit.title")} queries={[member, birth]} />
}

function EditForm({ member, dateOfBirth }: { member: Member; dateOfBirth: string | null }) {
  const t = useText()
  const { data: studio } = useStudio()
  const { mutateAsync } = useUpdateMember(member.id)
  const form = useForm<MemberValues>({
    defaultValues: valuesOf(member, dateOfBirth),
    resolver: zodResolver(memberSchema(t, studio?.today)),
  })
  const submit = useSave(form, {
    save: async (values) => {
      try {
        return await mutateAsync(changes(bodyOf(valuesOf(member, dateOfBirth)), bodyOf(values)))
      } catch (error) {
        throw explainedRefusal(error, t)
      }
    },
    saved: () => t("people.members.saved", { name: form.getValues("first_name") }),
  })
  return (
    <FormDrawer
      title={t("people.members.edit.title")}
      description={t("people.members.edit.description")}
      form={form}
      onSubmit={submit}
    >
      <MemberFields control={form.control} />
    </FormDrawer>
  )
}

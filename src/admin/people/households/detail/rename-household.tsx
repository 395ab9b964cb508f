import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { FormDrawer } from "../../../forms/form-drawer"
import { TextField } from "../../../forms/text-fields"
import { useSave } from "../../../forms/use-save"
import { useText } from "../../../text/use-text"
import { LoadingDrawer } from "../../loading-drawer"
import { useHousehold, useUpdateHousehold } from "../../queries/households"
import type { Household } from "../../types"

export function RenameHousehold({ id }: { id: string }) {
  const t = useText()
  const household = useHousehold(id)
  if (household.data) return <RenameForm household={household.data} />
  return <LoadingDrawer title={t("people.households.rename.title")} queries={[household]} />
}

function RenameForm({ household }: { household: Household }) {
  const t = useText()
  const { mutateAsync } = useUpdateHousehold(household.id)
  const form = useForm({
    defaultValues: { name: household.name },
    resolver: zodResolver(z.object({ name: z.string().trim().min(1, t("forms.required")) })),
  })
  const submit = useSave(form, {
    save: async ({ name }) => mutateAsync({ name: name.trim() }),
    saved: () => t("people.households.renamed", { name: form.getValues("name").trim() }),
  })
  return (
    <FormDrawer title={t("people.households.rename.title")} form={form} onSubmit={submit}>
      <TextField control={form.control} name="name" autoFocus label={t("people.households.name")} />
    </FormDrawer>
  )
}

import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { FormModal } from "../../forms/form-modal"
import { useSave } from "../../forms/use-save"
import { useText } from "../../text/use-text"
import { ClassificationFields } from "./classification-fields"
import {
  bodyOf,
  classificationSchema,
  type ClassificationValues,
  NEW_CLASSIFICATION,
} from "./classification-values"
import { useCreateClassification } from "./classifications"

export function CreateClassification() {
  const t = useText()
  const { mutateAsync } = useCreateClassification()
  const form = useForm<ClassificationValues>({
    defaultValues: NEW_CLASSIFICATION,
    resolver: zodResolver(classificationSchema(t)),
  })
  const submit = useSave(form, {
    save: async (values) => mutateAsync(bodyOf(values)),
    saved: ({ name }) => t("people.classifications.created", { name }),
  })
  return (
    <FormModal
      title={t("people.classifications.createTitle")}
      description={t("people.classifications.createDetail")}
      submitText={t("people.classifications.createSubmit")}
      form={form}
      onSubmit={submit}
    >
      <ClassificationFields control={form.control} />
    </FormModal>
  )
}

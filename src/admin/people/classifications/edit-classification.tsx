import { RouteDrawer } from "@medusajs/dashboard/components"
import { zodResolver } from "@hookform/resolvers/zod"
import { Heading, InlineTip } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { FormDrawer } from "../../forms/form-drawer"
import { useSave } from "../../forms/use-save"
import { DrawerHead } from "../../parts/heads"
import { Notice } from "../../parts/load-error"
import { ApiError } from "../../platform/api"
import type { StudioClassification } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { LoadingDrawer } from "../loading-drawer"
import { ClassificationFields } from "./classification-fields"
import {
  bodyOf,
  changes,
  classificationSchema,
  type ClassificationValues,
  valuesOf,
} from "./classification-values"
import { useClassification, useUpdateClassification } from "./classifications"

export function EditClassification({ id }: { id: string }) {
  const t = useText()
  const found = useClassification(id)
  if (found.data) return <EditForm classification={found.data} />
  if (found.error instanceof ApiError && found.error.status === 404) return <NotFound />
  return <LoadingDrawer title={t("people.classifications.editTitle")} queries={[found]} />
}

function EditForm({ classification }: { classification: StudioClassification }) {
  const t = useText()
  const { mutateAsync } = useUpdateClassification(classification.id)
  const form = useForm<ClassificationValues>({
    defaultValues: valuesOf(classification),
    resolver: zodResolver(classificationSchema(t)),
  })
  const submit = useSave(form, {
    save: async (values) => mutateAsync(changes(bodyOf(valuesOf(classification)), bodyOf(values))),
    saved: ({ name }) => t("people.classifications.saved", { name }),
  })
  return (
    <FormDrawer
      title={t("people.classifications.editTitle")}
      description={t("people.classifications.editDetail")}
      form={form}
      onSubmit={submit}
    >
      <ClassificationFields control={form.control} />
      <InlineTip label={t("people.classifications.effectTitle")}>
        {t("people.classifications.effect")}
      </InlineTip>
    </FormDrawer>
  )
}

function NotFound() {
  const t = useText()
  return (
    <>
      <DrawerHead>
        <RouteDrawer.Title asChild>
          <Heading>{t("people.classifications.editTitle")}</Heading>
        </RouteDrawer.Title>
      </DrawerHead>
      <RouteDrawer.Body className="p-0">
        <Notice title={t("people.classifications.notFound")} detail={t("states.notFoundDetail")} />
      </RouteDrawer.Body>
    </>
  )
}

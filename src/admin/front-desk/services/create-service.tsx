import "../words"
import { RouteFocusModal } from "@medusajs/dashboard/components"
import { zodResolver } from "@hookform/resolvers/zod"
import { Heading } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { FormModal } from "../../forms/form-modal"
import { useSave } from "../../forms/use-save"
import { ModalHead } from "../../parts/heads"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { type Studio, useStudio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { ServiceFields } from "./service-fields"
import { bodyOf, finedIn, newService, serviceSchema } from "./service-values"
import { useCreateService } from "./services"

export function CreateService() {
  const t = useText()
  const { data: studio, error, refetch } = useStudio()
  if (studio) return <CreateForm studio={studio} />
  return (
    <>
      <ModalHead />
      <RouteFocusModal.Title asChild>
        <Heading className="sr-only">{t("frontDesk.services.createTitle")}</Heading>
      </RouteFocusModal.Title>
      {error ? <LoadError error={error} onRetry={refetch} /> : <LoadingRows rows={6} />}
    </>
  )
}

function CreateForm({ studio }: { studio: Studio }) {
  const t = useText()
  const { mutateAsync } = useCreateService()
  const codes = finedIn(studio.currency_codes)
  const form = useForm({ defaultValues: newService(codes), resolver: zodResolver(serviceSchema(t, codes)) })
  const submit = useSave(form, {
    save: async (values) => mutateAsync(bodyOf(values, codes)),
    saved: ({ name }) => t("frontDesk.services.created", { name }),
  })
  return (
    <FormModal
      title={t("frontDesk.services.createTitle")}
      description={t("frontDesk.services.createDetail")}
      submitText={t("frontDesk.services.createSubmit")}
      form={form}
      onSubmit={submit}
    >
      <ServiceFields control={form.control} studio={studio} fined_in={codes} />
    </FormModal>
  )
}

import "../words"
import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { FormDrawer } from "../../forms/form-drawer"
import { useDecimalSign } from "../../forms/use-decimal-sign"
import { useSave } from "../../forms/use-save"
import { LoadingDrawer } from "../../people/loading-drawer"
import { type Studio, useStudio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { ServiceFields } from "./service-fields"
import { bodyOf, finedIn, serviceSchema, valuesOf } from "./service-values"
import { type Service, type ServiceBody, useService, useUpdateService } from "./services"

export function EditService({ id }: { id: string }) {
  const t = useText()
  const service = useService(id)
  const studio = useStudio()
  if (service.data && studio.data) return <EditForm service={service.data} studio={studio.data} />
  return <LoadingDrawer title={t("frontDesk.services.editTitle")} queries={[service, studio]} />
}

function EditForm({ service, studio }: { service: Service; studio: Studio }) {
  const t = useText()
  const { mutateAsync } = useUpdateService(service.id)
  const decimal = useDecimalSign()
  const codes = finedIn(studio.currency_codes, service)
  const before = valuesOf(service, codes, decimal)
  const form = useForm({ defaultValues: before, resolver: zodResolver(serviceSchema(t, codes)) })
  const submit = useSave(form, {
    save: async (values) => mutateAsync(changed(bodyOf(before, codes), bodyOf(values, codes))),
    saved: ({ name }) => t("frontDesk.services.saved", { name }),
  })
  return (
    <FormDrawer
      title={t("frontDesk.services.editTitle")}
      description={t("frontDesk.services.editDetail")}
      form={form}
      onSubmit={submit}
    >
      <ServiceFields control={form.control} studio={studio} fined_in={codes} />
    </FormDrawer>
  )
}

/** Only what differs, so that the history tells what was changed and nothing else. */
const changed = (before: ServiceBody, after: ServiceBody): Partial<ServiceBody> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => JSON.stringify(before[field as keyof ServiceBody]) !== JSON.stringify(value)
    )
  )

import "../words"
import { RouteFocusModal } from "@medusajs/dashboard/components"
import { zodResolver } from "@hookform/resolvers/zod"
import { Button, Heading, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { SelectField } from "../../forms/choice-fields"
import { FormModal } from "../../forms/form-modal"
import { TextField } from "../../forms/text-fields"
import { showAtFields } from "../../forms/use-save"
import { ModalHead } from "../../parts/heads"
import { type Studio, useStudio } from "../../platform/studio"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { type DeviceWithToken, useAddDevice } from "./devices"
import { TokenOnce } from "./token-once"

export function AddDevice() {
  const [added, setAdded] = useState<DeviceWithToken | null>(null)
  const { data: studio } = useStudio()
  if (added) return <Added added={added} />
  return studio ? <AddForm studio={studio} onAdded={setAdded} /> : null
}

interface AddFormProps {
  readonly studio: Studio
  readonly onAdded: (added: DeviceWithToken) => void
}

/** Most studios have one location, so the default one is chosen already. */
function AddForm({ studio: { locations }, onAdded }: AddFormProps) {
  const t = useText()
  const errorText = useErrorText()
  const { mutateAsync } = useAddDevice()
  const required = z.string().trim().min(1, t("forms.required"))
  const form = useForm({
    defaultValues: { name: "", location_id: locations.find(({ is_default }) => is_default)?.id ?? "" },
    resolver: zodResolver(z.object({ name: required, location_id: required })),
  })
  const submit = form.handleSubmit(async (values) => {
    try {
      const added = await mutateAsync(values)
      toast.success(t("frontDesk.devices.created", { name: added.front_desk_device.name }))
      onAdded(added)
    } catch (error) {
      if (!showAtFields(form, error, errorText)) toast.error(errorText(error))
    }
  })
  return (
    <FormModal
      title={t("frontDesk.devices.createTitle")}
      description={t("frontDesk.devices.createDetail")}
      submitText={t("frontDesk.devices.createSubmit")}
      form={form}
      onSubmit={submit}
    >
      <TextField
        control={form.control}
        name="name"
        autoFocus
        label={t("frontDesk.devices.name")}
        hint={t("frontDesk.devices.nameHint")}
      />
      <SelectField
        control={form.control}
        name="location_id"
        label={t("frontDesk.devices.location")}
        placeholder={t("forms.choose")}
        options={locations.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FormModal>
  )
}

function Added({ added: { front_desk_device, token } }: { added: DeviceWithToken }) {
  const t = useText()
  return (
    <>
      <ModalHead />
      <RouteFocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto px-4 py-10 md:py-16">
        <div className="flex w-full max-w-[720px] flex-col gap-y-8">
          <div className="flex flex-col gap-y-1">
            <RouteFocusModal.Title asChild>
              <Heading>{t("frontDesk.devices.tokenTitle", { name: front_desk_device.name })}</Heading>
            </RouteFocusModal.Title>
            <RouteFocusModal.Description asChild>
              <Text size="small" className="text-ui-fg-subtle">
                {t("frontDesk.devices.tokenDetail")}
              </Text>
            </RouteFocusModal.Description>
          </div>
          <TokenOnce token={token} />
        </div>
      </RouteFocusModal.Body>
      <RouteFocusModal.Footer>
        <RouteFocusModal.Close asChild>
          <Button size="small" autoFocus>
            {t("frontDesk.devices.done")}
          </Button>
        </RouteFocusModal.Close>
      </RouteFocusModal.Footer>
    </>
  )
}

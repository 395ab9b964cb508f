import "./words"
import { InlineTip, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useForm, type UseFormReturn } from "react-hook-form"
import type { MergeNotice } from "../../../../domain/people/merge"
import { SwitchField } from "../../../forms/choice-fields"
import { FormDrawer } from "../../../forms/form-drawer"
import { TextareaField } from "../../../forms/text-fields"
import { useSave } from "../../../forms/use-save"
import { useValues } from "../../../forms/use-values"
import { EffectGroupsList } from "../../../memberships/deletion/effect-groups-list"
import { useErrorText } from "../../../text/use-error-text"
import { useFormat } from "../../../text/use-format"
import { useText } from "../../../text/use-text"
import { ChooseOne } from "../../choose/choose-one"
import { type Found, MEMBERS, type SearchSource } from "../../choose/sources"
import { LoadingDrawer } from "../../loading-drawer"
import { nameOf } from "../../names"
import { useMember } from "../../queries/members"
import { useMergeMember, useMergePreview } from "../../queries/merges"
import type { Member } from "../../types"
import { coveredText, mergeGroups, mergeRefusal } from "./merge-lines"

/** Somebody who is there twice becomes one: who stays is chosen, what happens is told before it is done (BILL-11). */
export function MergeMember({ id }: { id: string }) {
  const t = useText()
  const member = useMember(id)
  if (member.data) return <MergeForm member={member.data} />
  return <LoadingDrawer title={t("people.members.merge")} queries={[member]} />
}

interface Values extends Record<MergeNotice, boolean> {
  into_member_id: Found | null
  reason: string
}

/** Everybody but the duplicate. */
const othersThan = (id: string): SearchSource => ({
  key: `members_but_${id}`,
  find: async (words) => (await MEMBERS.find(words)).filter((found) => found.id !== id),
})

function MergeForm({ member }: { member: Member }) {
  const t = useText()
  const name = nameOf(member)
  const form = useForm<Values>({
    defaultValues: { into_member_id: null, date_of_birth_differs: false, already_covered: false, reason: "" },
  })
  const values = useValues(form)
  const into = values.into_member_id
  const preview = useMergePreview(member.id, into?.id ?? null)
  const effects = into && !preview.error ? preview.data : undefined
  const [source] = useState(() => othersThan(member.id))
  const { mutateAsync } = useMergeMember(member.id)
  const asked = noticesIn(effects)
  const confirmed = asked.filter((notice) => values[notice])
  const isBlocked = effects === undefined || confirmed.length < asked.length
  const save = useSave(form, {
    save: async ({ into_member_id, reason }) =>
      mutateAsync({ into_member_id: into_member_id!.id, confirmed, reason: reason.trim() || null }),
    saved: () => t("merge.done", { name, into: into?.name ?? "" }),
    to: () => `/memberships/members/${into?.id ?? ""}`,
  })
  return (
    <FormDrawer
      title={t("merge.title", { name })}
      description={t("merge.description", { name })}
      submitText={t("merge.submit")}
      isDestructive
      form={form}
      isBlocked={isBlocked}
      // The keyboard submits past a button that is not enabled.
      onSubmit={(event) => (isBlocked ? event.preventDefault() : void save(event))}
    >
      <ChooseOne
        control={form.control}
        name="into_member_id"
        source={source}
        label={t("merge.into")}
        placeholder={t("merge.search")}
        hint={t("merge.intoHint")}
      />
      <WhatHappens preview={preview} name={name} into={into?.name ?? null} />
      <Notices form={form} effects={effects} into={into?.name ?? ""} />
      <TextareaField
        control={form.control}
        name="reason"
        rows={2}
        optional
        label={t("merge.reason")}
        hint={t("merge.reasonHint")}
      />
    </FormDrawer>
  )
}

type Preview = ReturnType<typeof useMergePreview>

const NOTICES: readonly MergeNotice[] = ["date_of_birth_differs", "already_covered"]
const noticesIn = (effects: Preview["data"]) =>
  NOTICES.filter((notice) => effects?.some(({ code }) => code === notice))

function WhatHappens({ preview, name, into }: { preview: Preview; name: string; into: string | null }) {
  const t = useText()
  const format = useFormat()
  const errorText = useErrorText()
  const { data, error } = preview
  const id = useId()
  const waiting = t(into === null ? "merge.incomplete" : "merge.loading")
  return (
    <section aria-labelledby={id} className="flex flex-col gap-y-2">
      <Text as="span" id={id} size="small" leading="compact" weight="plus">
        {t("merge.foreseen")}
      </Text>
      <div role="status">
        {into !== null && error ? (
          <InlineTip variant="error" label={t("merge.refused")}>
            {mergeRefusal(error, { t, name }) ?? errorText(error)}
          </InlineTip>
        ) : (
          <div className="bg-ui-bg-component shadow-elevation-card-rest flex min-h-12 flex-col justify-center rounded-lg px-3 py-2.5">
            {into !== null && data ? (
              <EffectGroupsList groups={mergeGroups(data, { t, format, name, into })} />
            ) : (
              <Text size="small" className="text-ui-fg-subtle">
                {waiting}
              </Text>
            )}
          </div>
        )}
      </div>
    </section>
  )
}

interface NoticesProps {
  form: UseFormReturn<Values>
  effects: Preview["data"]
  into: string
}

/** What has to be looked at first, each with its own yes. */
function Notices({ form, effects, into }: NoticesProps) {
  const t = useText()
  return noticesIn(effects).map((notice) => (
    <SwitchField
      key={notice}
      control={form.control}
      name={notice}
      label={t(`merge.confirm.${notice}`, { into })}
      hint={t(`merge.confirm.${notice}Hint`, { into, list: coveredText(effects ?? [], t) })}
    />
  ))
}

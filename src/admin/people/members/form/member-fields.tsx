import type { Control } from "react-hook-form"
import { TextareaField, TextField } from "../../../forms/text-fields"
import { useText } from "../../../text/use-text"
import { ChooseOne } from "../../choose/choose-one"
import { CUSTOMERS } from "../../choose/sources"
import type { MemberValues } from "./member-form"

interface MemberFieldsProps {
  control: Control<MemberValues>
  /** Two fields beside each other, where there is room. */
  isWide?: boolean
}

/** Who somebody is, and how they are reached. */
export function MemberFields({ control, isWide = false }: MemberFieldsProps) {
  const t = useText()
  const pair = `grid grid-cols-1 items-start gap-x-4 gap-y-6 ${isWide ? "md:grid-cols-2" : ""}`
  const field = (name: "first_name" | "last_name" | "email" | "phone" | "notes") => ({
    ...{ control, name, label: t(`people.members.form.${name}`), optional: name !== "first_name" },
  })
  return (
    <>
      <div className={pair}>
        <TextField {...field("first_name")} autoFocus />
        <TextField {...field("last_name")} />
      </div>
      <div className={pair}>
        <TextField
          control={control}
          name="date_of_birth"
          type="date"
          optional
          label={t("people.members.form.date_of_birth")}
          hint={t("people.members.form.date_of_birthHint")}
        />
      </div>
      <div className={pair}>
        <TextField {...field("email")} type="email" />
        <TextField {...field("phone")} type="tel" />
      </div>
      <ChooseOne
        control={control}
        name="customer_id"
        optional
        source={CUSTOMERS}
        label={t("people.members.form.customer")}
        hint={t("people.members.form.customerHint")}
        placeholder={t("people.members.form.customerSearch")}
      />
      <TextField
        control={control}
        name="photo_url"
        type="url"
        optional
        label={t("people.members.form.photo_url")}
        hint={t("people.members.form.photo_urlHint")}
      />
      <TextareaField {...field("notes")} hint={t("people.members.form.notesHint")} />
    </>
  )
}

import { type Control, useWatch } from "react-hook-form"
import { AllOrListField } from "../../../forms/list-fields"
import { MoneyFields } from "../../../forms/money-fields"
import type { Studio } from "../../../platform/studio"
import { useText } from "../../../text/use-text"
import { type SaleFacts, type SaleValues, soldIn } from "./sale-values"

interface PlacesFieldsProps {
  control: Control<SaleValues>
  facts: SaleFacts
  studio: Studio
}

/** In which money the plan is sold, and where (PLAN-10, PLAN-15). */
export function PlacesFields({ control, facts, studio }: PlacesFieldsProps) {
  const t = useText()
  const [currency_codes, sold_at] = useWatch({ control, name: ["currency_codes", "locations.sold_at"] })
  const codes = soldIn({ currency_codes }, facts)
  return (
    <>
      <AllOrListField
        {...{ control }}
        name="currency_codes"
        all={t("plans.edit.sale.allCurrencies")}
        allHint={t("plans.edit.sale.allCurrenciesHint")}
        isAll={currency_codes.all}
        label={t("plans.edit.sale.currencies")}
        options={studio.currency_codes.map((code) => ({ value: code, label: code.toUpperCase() }))}
      />
      {codes.length > 0 && (
        <MoneyFields
          {...{ control }}
          name="signup_fee"
          currency_codes={codes}
          label={t("plans.edit.sale.signupFee")}
          hint={t("plans.edit.sale.signupFeeHint")}
        />
      )}
      <AllOrListField
        {...{ control }}
        name="locations.sold_at"
        all={t("plans.edit.sale.allLocations")}
        allHint={t("plans.edit.sale.allLocationsHint")}
        isAll={sold_at.all}
        label={t("plans.edit.sale.locations")}
        options={studio.locations.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}

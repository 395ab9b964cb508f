import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createProductsWorkflow,
  createProductVariantsWorkflow,
  setProductProductOptionsWorkflow,
  updateProductOptionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { DomainError } from "../../domain/errors"
import { freeHandle } from "../../domain/plans/handle"
import type { PlanDefinition } from "../../domain/plans/types"
import type { PlanVariant } from "../../modules/membership/types"
import { loadStore } from "./steps/store"

const OPTION = "Plan"

interface ProvidePlanVariantInput {
  readonly definition: Pick<PlanDefinition, "name" | "handle" | "description" | "image_url">
  readonly is_active: boolean
  readonly product_id: string | null
  readonly variant_id: string | null
}

/** One of three ways: a product of its own, a further variant of a product, a variant that was chosen. */
interface VariantPlan {
  readonly new_product: object | null
  readonly new_variant: NewVariant | null
  readonly chosen: PlanVariant | null
}

interface NewVariant {
  readonly option: { id: string; values: string[] }
  readonly variant: { product_id: string; title: string; options: Record<string, string> }
}

const planVariantStep = createStep(
  "membership-plan-variant",
  async (input: ProvidePlanVariantInput, { container }) => {
    const { product_id, variant_id } = input
    const decided: VariantPlan = {
      new_product: product_id || variant_id ? null : await newProduct(container, input),
      new_variant:
        product_id && !variant_id ? await newVariant(container, product_id, input.definition.name) : null,
      chosen: variant_id ? await chosenVariant(container, variant_id, product_id) : null,
    }
    return new StepResponse(decided)
  }
)

/** Without a shipping profile and without stock keeping a variant needs no shipping and is never out of stock. */
const VARIANT = { manage_inventory: false, allow_backorder: true, prices: [] }

async function newProduct(container: MedusaContainer, { definition, is_active }: ProvidePlanVariantInput) {
  const { name, handle, description, image_url } = definition
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { handle: { $like: `${handle}%` } }
  const { data: taken } = await query.graph({ entity: "product", fields: ["handle"], filters })
  const handles = new Set((taken as { handle: string }[]).map((product) => product.handle))
  const { default_sales_channel_id } = await loadStore(container)
  return {
    title: name,
    handle: freeHandle(handles.has(handle) ? `membership-${handle}` : handle, handles),
    description,
    thumbnail: image_url,
    status: is_active ? "published" : "draft",
    discountable: true,
    options: [{ title: OPTION, values: [name] }],
    sales_channels: default_sales_channel_id ? [{ id: default_sales_channel_id }] : [],
    variants: [{ ...VARIANT, title: name, options: { [OPTION]: name } }],
  }
}

interface ProductWithOptions {
  id: string
  options: { id: string; title: string; values: { value: string }[] }[]
}

async function newVariant(container: MedusaContainer, product_id: string, name: string): Promise<NewVariant> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ["id", "options.id", "options.title", "options.values.value"]
  const { data } = await query.graph({ entity: "product", fields, filters: { id: product_id } })
  const [product] = data as unknown as ProductWithOptions[]
  if (!product) throw unknown("product_id", product_id)
  const [option, another] = product.options
  if (!option || another) {
    const message = "This product has several options. Make the variant on the product and choose it instead."
    const problems = [{ field: "variant_id", message }]
    throw new DomainError("plan_invalid", message, { field: "variant_id", problems })
  }
  const values = option.values.map(({ value }) => value)
  const value = freeValue(name, new Set(values))
  return {
    option: { id: option.id, values: [...values, value] },
    variant: { ...VARIANT, product_id, title: name, options: { [option.title]: value } },
  }
}

function freeValue(name: string, taken: ReadonlySet<string>): string {
  let value = name
  for (let number = 2; taken.has(value); number++) value = `${name} ${number}`
  return value
}

async function chosenVariant(
  container: MedusaContainer,
  variant_id: string,
  product_id: string | null
): Promise<PlanVariant> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { id: variant_id }
  const { data } = await query.graph({ entity: "product_variant", fields: ["id", "product_id"], filters })
  const [variant] = data as { id: string; product_id: string }[]
  if (!variant || (product_id && variant.product_id !== product_id)) throw unknown("variant_id", variant_id)
  return { variant_id, product_id: variant.product_id, owns_product: false }
}

function unknown(field: "product_id" | "variant_id", id: string): DomainError {
  const what = field === "product_id" ? "product" : "variant"
  return new DomainError("not_found", `There is no ${what} with the id ${id}.`, { field, id })
}

/** The product variant that a new plan is sold as (PLAN-2); made unless one was chosen. */
export const providePlanVariantWorkflow = createWorkflow(
  "membership-provide-plan-variant",
  (input: ProvidePlanVariantInput) => {
    const decided = planVariantStep(input)
    const products = when({ decided }, (data) => data.decided.new_product !== null).then(() =>
      createProductsWorkflow.runAsStep({
        input: transform({ decided }, (data) => ({ products: [data.decided.new_product] }) as never),
      })
    )
    const variants = when({ decided }, (data) => data.decided.new_variant !== null).then(() => {
      const options = updateProductOptionsWorkflow.runAsStep({
        input: transform({ decided }, ({ decided: { new_variant } }) => ({
          selector: { id: new_variant?.option.id },
          update: { values: new_variant?.option.values },
        })),
      })
      setProductProductOptionsWorkflow.runAsStep({
        input: transform({ decided, options }, newValueOfProduct),
      })
      return createProductVariantsWorkflow.runAsStep({
        input: transform(
          { decided },
          (data) => ({ product_variants: [data.decided.new_variant?.variant] }) as never
        ),
      })
    })
    return new WorkflowResponse(transform({ decided, products, variants }, variantOf))
  }
)

/** A value that was added to an option belongs to no product yet. */
function newValueOfProduct(added: unknown) {
  const { decided, options } = added as {
    decided: VariantPlan
    options: { id: string; values: { id: string; value: string }[] }[]
  }
  const { option, variant } = decided.new_variant!
  const added_value = option.values.at(-1)
  const value_ids = options.flatMap(({ values }) =>
    values.filter(({ value }) => value === added_value).map(({ id }) => id)
  )
  return { product_id: variant.product_id, update: [{ product_option_id: option.id, add: value_ids }] }
}

interface Provided {
  decided: VariantPlan
  products?: { id: string; variants: { id: string }[] }[]
  variants?: { id: string; product_id: string }[]
}

function variantOf(provided: unknown): PlanVariant {
  const { decided, products, variants } = provided as Provided
  const [product] = products ?? []
  const [own] = product?.variants ?? []
  if (product && own) return { product_id: product.id, variant_id: own.id, owns_product: true }
  const [further] = variants ?? []
  if (further) return { product_id: further.product_id, variant_id: further.id, owns_product: false }
  return decided.chosen!
}

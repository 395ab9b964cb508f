import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { cardByNumber, faceOf, SANDBOX_CARDS } from "./cards"
import { bankError } from "./errors"
import { inBank, rowsOf, type Tx } from "./tables"

export interface SavedMethod {
  readonly id: string
  readonly type: "card"
  readonly card: ReturnType<typeof faceOf>
}

interface MethodRow {
  readonly id: string
  readonly card: string
}

const told = ({ id, card }: MethodRow): SavedMethod => ({ id, type: "card", card: faceOf(card) })

/** The bank's customers, and the cards that it keeps for them. */
export class Holders {
  constructor(private readonly database: Knex) {}

  /** @param id of a customer who is there already; without it one is made */
  async keep(id: string | null, { email, name }: { email: string | null; name: string | null }) {
    return inBank(this.database, async (tx) => {
      const [row] = await rowsOf<{ id: string; email: string | null; name: string | null }>(
        tx,
        `insert into payment_sandbox_customer (id, email, name) values (?, ?, ?)
         on conflict (id) do update set email = excluded.email, name = excluded.name returning id, email, name`,
        [id ?? generateEntityId(undefined, "sandcus"), email, name]
      )
      return row!
    })
  }

  /** The customer's cards go with them; what was paid stays in the books. */
  async forget(id: string): Promise<void> {
    await inBank(this.database, async (tx) => {
      await rowsOf(tx, `update payment_sandbox_method set saved_at = null where customer_id = ?`, [id])
      await rowsOf(tx, `update payment_sandbox_customer set email = null, name = null where id = ?`, [id])
    })
  }

  async methodsOf(customer_id: string): Promise<SavedMethod[]> {
    return inBank(this.database, async (tx) => {
      const rows = await rowsOf<MethodRow>(
        tx,
        `select id, card from payment_sandbox_method
         where customer_id = ? and saved_at is not null order by saved_at desc, id desc`,
        [customer_id]
      )
      return rows.map(told)
    })
  }

  async saveCard(customer_id: string, card_number: string): Promise<SavedMethod> {
    return inBank(this.database, async (tx) => {
      const method = await useCard(tx, card_number, customer_id)
      await saveMethod(tx, method.id)
      return told(method)
    })
  }

  async detach(method_id: string): Promise<void> {
    await inBank(this.database, (tx) =>
      rowsOf(tx, `update payment_sandbox_method set saved_at = null where id = ?`, [method_id])
    )
  }
}

/**
 * A card of the table as a payment method that is not saved yet. The same card of the same customer is the same method, so
 * that the bank knows the next attempt when it sees it.
 * @throws `unknown_card`
 */
export async function useCard(tx: Tx, card_number: string, customer_id: string | null): Promise<MethodRow> {
  const card = cardByNumber(card_number)
  if (!card) {
    const example = SANDBOX_CARDS[0]!.number
    throw bankError("unknown_card", `The sandbox takes its own test cards only, such as ${example}.`)
  }
  const find = `select id, card from payment_sandbox_method
    where customer_id = ? and card = ? and saved_at is null limit 1`
  const [used] = await rowsOf<MethodRow>(tx, find, [customer_id, card.name])
  if (used) return used
  const row = { id: generateEntityId(undefined, "sandpm"), card: card.name, customer_id }
  await tx("payment_sandbox_method").insert(row)
  return row
}

export async function saveMethod(tx: Tx, method_id: string): Promise<void> {
  const save = `update payment_sandbox_method set saved_at = now() where id = ? and saved_at is null`
  await rowsOf(tx, save, [method_id])
}

/** @throws `unknown_payment_method` where it is another customer's, or is not saved any more */
export async function checkMethod(tx: Tx, method_id: string, customer_id: string | null): Promise<void> {
  const find = `select id from payment_sandbox_method where id = ? and customer_id = ? and saved_at is not null`
  const found = await rowsOf(tx, find, [method_id, customer_id])
  if (!found.length)
    throw bankError("unknown_payment_method", `This customer has no saved payment method ${method_id}.`)
}

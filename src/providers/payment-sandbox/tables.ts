import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * The bank's books. They are no part of the module's migrations, so that a store without the sandbox has none of them:
 * the bank makes them when it first needs them, one process at a time.
 */
const TABLES = `
  select pg_advisory_xact_lock(hashtext('payment_sandbox'));
  create table if not exists payment_sandbox_customer (
    id text primary key, email text, name text, created_at timestamptz not null default now());
  create table if not exists payment_sandbox_method (
    id text primary key, card text not null, customer_id text references payment_sandbox_customer,
    declined_last boolean not null default false,
    created_at timestamptz not null default now(), saved_at timestamptz);
  create table if not exists payment_sandbox_payment (
    id text primary key, status text not null, decline_code text,
    amount_minor bigint not null check (amount_minor > 0), currency_code text not null,
    customer_id text, method_id text references payment_sandbox_method, session_id text,
    captures_at_once boolean not null, single_attempt boolean not null, saves_card boolean not null,
    return_url text, metadata jsonb not null, idempotency_key text,
    created_at timestamptz not null default now());
  create index if not exists payment_sandbox_payment_metadata on payment_sandbox_payment using gin (metadata);
  create table if not exists payment_sandbox_entry (
    id text primary key, payment_id text not null references payment_sandbox_payment,
    kind text not null check (kind in ('capture', 'refund')), amount_minor bigint not null check (amount_minor > 0),
    idempotency_key text, created_at timestamptz not null default now());
  create index if not exists payment_sandbox_entry_payment on payment_sandbox_entry (payment_id);
  create unique index if not exists payment_sandbox_entry_capture on payment_sandbox_entry (payment_id)
    where kind = 'capture';
  create table if not exists payment_sandbox_key (
    key text primary key, request text not null, result_id text, created_at timestamptz not null default now());
`

const NO_SUCH_TABLE = "42P01"

export type Tx = Knex.Transaction

/**
 * One commit of the bank, on a connection of its own: whatever becomes of the caller's transaction or process, what the
 * bank has done stays done, and every process on the database sees it.
 */
export async function inBank<T>(database: Knex, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await database.transaction(work)
  } catch (error) {
    if ((error as { code?: unknown }).code !== NO_SUCH_TABLE) throw error
    await database.raw(TABLES)
    return database.transaction(work)
  }
}

export async function rowsOf<T>(tx: Tx, statement: string, bindings: Knex.RawBinding[] = []): Promise<T[]> {
  const { rows } = await tx.raw<{ rows: T[] }>(statement, bindings)
  return rows
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122225023 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_payment_method" drop constraint if exists "membership_payment_method_customer_unique";`
    )
    this.addSql(
      `alter table if exists "membership_charge_attempt" drop constraint if exists "membership_charge_attempt_key_unique";`
    )
    this.addSql(
      `alter table if exists "membership_charge_attempt" drop constraint if exists "membership_charge_attempt_number_unique";`
    )
    this.addSql(
      `create table if not exists "membership_charge" ("id" text not null, "membership_id" text not null, "payer_key" text not null, "payer_customer_id" text null, "period_key" text not null, "period_index" integer not null, "period_starts_on" text not null, "period_ends_on" text null, "price_chart_id" text not null, "chart_version" integer not null, "currency_code" text not null, "lines" jsonb not null, "subtotal_minor" bigint not null, "discount_minor" bigint not null, "is_tax_inclusive" boolean null, "tax_minor" bigint null, "total_minor" bigint null, "due_at" timestamptz not null, "status" text check ("status" in ('scheduled', 'processing', 'requires_action', 'unknown', 'failed', 'parked', 'paid', 'waived', 'canceled')) not null, "act_at" timestamptz null, "attempt" integer not null default 0, "reuses_key" boolean not null default false, "sent_at" timestamptz null, "uncertain_since" timestamptz null, "fence" integer not null default 0, "lease_until" timestamptz null, "started_by" integer null, "lookups" integer not null default 0, "outages" integer not null default 0, "first_failed_at" timestamptz null, "failure_code" text null, "parked_reason" text check ("parked_reason" in ('payment_not_found', 'payment_pending', 'provider_unreachable')) null, "paid_attempt" integer null, "settled_at" timestamptz null, "action_url" text null, "paid_by" text check ("paid_by" in ('provider', 'manual', 'nothing')) null, "note" text null, "order_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_charge_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_charge_deleted_at" ON "membership_charge" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_charge_once" ON "membership_charge" ("membership_id", "payer_key", "period_key") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_charge_act" ON "membership_charge" ("act_at") WHERE act_at is not null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_charge_payer" ON "membership_charge" ("payer_customer_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_charge_without_total" ON "membership_charge" ("due_at") WHERE total_minor is null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_charge_without_order" ON "membership_charge" ("settled_at") WHERE status = 'paid' and order_id is null AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_charge_attempt" ("id" text not null, "charge_id" text not null, "number" integer not null, "idempotency_key" text not null, "provider_id" text not null, "account_holder_id" text not null, "payment_method_id" text not null, "amount_minor" bigint not null, "started_at" timestamptz not null, "finished_at" timestamptz null, "outcome" text check ("outcome" in ('paid', 'declined', 'requires_action', 'unknown', 'provider_down')) null, "code" text null, "message" text null, "provider_reference" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_charge_attempt_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_charge_attempt_deleted_at" ON "membership_charge_attempt" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_charge_attempt_number_unique" ON "membership_charge_attempt" ("charge_id", "number") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_charge_attempt_key_unique" ON "membership_charge_attempt" ("idempotency_key") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_payment_method" ("id" text not null, "customer_id" text not null, "provider_id" text not null, "account_holder_id" text not null, "payment_method_id" text not null, "label" text null, "expires_on" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_payment_method_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_payment_method_deleted_at" ON "membership_payment_method" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_payment_method_customer_unique" ON "membership_payment_method" ("customer_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "membership" add column if not exists "charged_through_index" integer not null default 0, add column if not exists "charges_next_at" timestamptz null, add column if not exists "past_due_since" timestamptz null, add column if not exists "suspended_at" timestamptz null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_charges_next_at" ON "membership" ("charges_next_at") WHERE charges_next_at is not null AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "membership_seat_hold" add column if not exists "fee_charged_at" timestamptz null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "membership_charge" cascade;`)

    this.addSql(`drop table if exists "membership_charge_attempt" cascade;`)

    this.addSql(`drop table if exists "membership_payment_method" cascade;`)

    this.addSql(`drop index if exists "IDX_membership_charges_next_at";`)
    this.addSql(
      `alter table if exists "membership" drop column if exists "charged_through_index", drop column if exists "charges_next_at", drop column if exists "past_due_since", drop column if exists "suspended_at";`
    )

    this.addSql(`alter table if exists "membership_seat_hold" drop column if exists "fee_charged_at";`)
  }
}

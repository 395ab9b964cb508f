import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123011039 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_notice" drop constraint if exists "membership_notice_occasion_unique";`
    )
    this.addSql(
      `create table if not exists "membership_billing_settings" ("id" text not null, "retry_days" jsonb not null, "grace_days" integer not null, "then" text check ("then" in ('suspend', 'cancel')) not null, "remind_days_before" jsonb not null, "allow_manual_renewals" boolean not null default true, "dunning_since" timestamptz null, "paused_at" timestamptz null, "paused_by" text null, "pause_reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_billing_settings_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_billing_settings_deleted_at" ON "membership_billing_settings" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_notice" ("id" text not null, "occasion" text not null, "kind" text check ("kind" in ('upcoming_charge', 'payment_failed', 'confirm_payment', 'paid_after_failure', 'suspended', 'canceled_for_non_payment', 'charge_parked')) not null, "membership_id" text not null, "charge_id" text null, "customer_id" text null, "data" jsonb not null, "occurred_at" timestamptz not null, "send_at" timestamptz null, "sent_at" timestamptz null, "failures" integer not null default 0, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_notice_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_notice_deleted_at" ON "membership_notice" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_notice_occasion_unique" ON "membership_notice" ("occasion") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_notice_send_at" ON "membership_notice" ("send_at") WHERE send_at is not null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_notice_membership" ON "membership_notice" ("membership_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_suspended_at" ON "membership" ("suspended_at") WHERE suspended_at is not null AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "membership_billing_settings" cascade;`)

    this.addSql(`drop table if exists "membership_notice" cascade;`)

    this.addSql(`drop index if exists "IDX_membership_suspended_at";`)
  }
}

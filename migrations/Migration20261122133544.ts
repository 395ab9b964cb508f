import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122133544 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_credit_grant" drop constraint if exists "membership_credit_grant_key_unique";`
    )
    this.addSql(
      `alter table if exists "membership_credit_entry" drop constraint if exists "membership_credit_entry_settles_unique";`
    )
    this.addSql(
      `alter table if exists "membership_credit_entry" drop constraint if exists "membership_credit_entry_key_unique";`
    )
    this.addSql(
      `create table if not exists "membership_charge_request" ("id" text not null, "membership_id" text not null, "exhausted_grant_id" text not null, "requested_at" timestamptz not null, "charge_id" text null, "settled_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_charge_request_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_charge_request_deleted_at" ON "membership_charge_request" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_charge_request_once" ON "membership_charge_request" ("membership_id", "exhausted_grant_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_charge_request_open" ON "membership_charge_request" ("requested_at") WHERE settled_at is null AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_credit_entry" ("id" text not null, "grant_id" text not null, "membership_id" text not null, "kind" text check ("kind" in ('grant', 'reserve', 'redeem', 'release', 'expire', 'roll_over', 'revoke', 'adjust', 'transfer', 'exchange')) not null, "available" integer not null, "reserved" integer not null, "available_value_minor" integer not null, "reserved_value_minor" integer not null, "at" timestamptz not null, "cause_type" text not null, "cause_id" text null, "actor_type" text check ("actor_type" in ('user', 'customer', 'api-key', 'system')) not null, "actor_id" text null, "reason" text null, "idempotency_key" text not null, "settles_key" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_credit_entry_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_credit_entry_deleted_at" ON "membership_credit_entry" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_credit_entry_key_unique" ON "membership_credit_entry" ("idempotency_key") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_credit_entry_settles_unique" ON "membership_credit_entry" ("settles_key") WHERE settles_key is not null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_credit_entry_grant" ON "membership_credit_entry" ("grant_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_credit_entry_membership" ON "membership_credit_entry" ("membership_id", "at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_credit_grant" ("id" text not null, "key" text not null, "membership_id" text not null, "seat_id" text null, "source" text check ("source" in ('period', 'roll_over', 'adjust', 'transfer', 'exchange')) not null, "source_grant_id" text null, "service_ids" text[] null, "period_index" integer null, "starts_on" text null, "expires_on" text null, "given_expires_on" text null, "starts_at" timestamptz null, "expires_at" timestamptz null, "revokes_at" timestamptz null, "settles_at" timestamptz null, "credits" integer not null, "value_minor" integer not null, "granted_at" timestamptz null, "available" integer not null default 0, "reserved" integer not null default 0, "available_value_minor" integer not null default 0, "reserved_value_minor" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_credit_grant_pkey" primary key ("id"), constraint CK_membership_credit_grant_credits check (reserved >= 0 and available + reserved >= 0 and (available >= 0 or (granted_at is null and available + credits >= 0))), constraint CK_membership_credit_grant_values check (available_value_minor >= 0 and reserved_value_minor >= 0 and (available > 0 or available_value_minor = 0) and (reserved > 0 or reserved_value_minor = 0)));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_credit_grant_deleted_at" ON "membership_credit_grant" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_credit_grant_key_unique" ON "membership_credit_grant" ("key") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_credit_grant_membership" ON "membership_credit_grant" ("membership_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_credit_grant_settles" ON "membership_credit_grant" ("settles_at") WHERE settles_at is not null AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "membership_charge_request" cascade;`)

    this.addSql(`drop table if exists "membership_credit_entry" cascade;`)

    this.addSql(`drop table if exists "membership_credit_grant" cascade;`)
  }
}

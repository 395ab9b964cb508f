import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122170622 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_service" drop constraint if exists "membership_service_handle_unique";`
    )
    this.addSql(
      `alter table if exists "membership_access_code" drop constraint if exists "membership_access_code_hash_unique";`
    )
    this.addSql(
      `create table if not exists "membership_access_code" ("id" text not null, "member_id" text not null, "kind" text check ("kind" in ('rotating', 'card')) not null, "secret" text null, "code_hash" text null, "label" text null, "revoked_at" timestamptz null, "created_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_access_code_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_access_code_deleted_at" ON "membership_access_code" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_access_code_one_rotating" ON "membership_access_code" ("member_id") WHERE kind = 'rotating' and revoked_at is null and deleted_at is null;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_access_code_hash_unique" ON "membership_access_code" ("code_hash") WHERE revoked_at is null and deleted_at is null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_access_code_hash" ON "membership_access_code" ("code_hash") WHERE code_hash is not null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_access_code_member" ON "membership_access_code" ("member_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_front_desk_device" ("id" text not null, "name" text not null, "location_id" text not null, "token_version" integer not null default 1, "revoked_at" timestamptz null, "last_seen_at" timestamptz null, "created_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_front_desk_device_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_front_desk_device_deleted_at" ON "membership_front_desk_device" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_service" ("id" text not null, "name" text not null, "handle" text not null, "description" text null, "kind" text check ("kind" in ('class', 'appointment', 'event', 'facility')) not null, "status" text check ("status" in ('active', 'archived')) not null default 'active', "credit_cost" integer not null default 1, "members_only" boolean not null default false, "is_general_hours" boolean not null default false, "location_ids" jsonb null, "time_windows" jsonb null, "reentry_minutes" integer null, "metadata" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_service_pkey" primary key ("id"), constraint membership_service_credit_cost check (credit_cost >= 1), constraint membership_service_reentry_minutes check (reentry_minutes is null or reentry_minutes >= 1));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_service_deleted_at" ON "membership_service" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_service_handle_unique" ON "membership_service" ("handle") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "membership_audit_entry" drop constraint if exists "membership_audit_entry_actor_type_check";`
    )

    this.addSql(
      `alter table if exists "membership_credit_entry" drop constraint if exists "membership_credit_entry_actor_type_check";`
    )

    this.addSql(
      `alter table if exists "membership_audit_entry" add constraint "membership_audit_entry_actor_type_check" check("actor_type" in ('user', 'customer', 'api-key', 'device', 'system'));`
    )

    this.addSql(
      `alter table if exists "membership_credit_entry" add constraint "membership_credit_entry_actor_type_check" check("actor_type" in ('user', 'customer', 'api-key', 'device', 'system'));`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "membership_access_code" cascade;`)

    this.addSql(`drop table if exists "membership_front_desk_device" cascade;`)

    this.addSql(`drop table if exists "membership_service" cascade;`)

    this.addSql(
      `alter table if exists "membership_audit_entry" drop constraint if exists "membership_audit_entry_actor_type_check";`
    )

    this.addSql(
      `alter table if exists "membership_credit_entry" drop constraint if exists "membership_credit_entry_actor_type_check";`
    )

    this.addSql(
      `alter table if exists "membership_audit_entry" add constraint "membership_audit_entry_actor_type_check" check("actor_type" in ('user', 'customer', 'api-key', 'system'));`
    )

    this.addSql(
      `alter table if exists "membership_credit_entry" add constraint "membership_credit_entry_actor_type_check" check("actor_type" in ('user', 'customer', 'api-key', 'system'));`
    )
  }
}

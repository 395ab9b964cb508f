import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122170912 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_visit" drop constraint if exists "membership_visit_guest_pass_unique";`
    )
    this.addSql(
      `alter table if exists "membership_visit" drop constraint if exists "membership_visit_key_unique";`
    )
    this.addSql(
      `create table if not exists "membership_visit" ("id" text not null, "kind" text check ("kind" in ('visit', 'guest')) not null default 'visit', "is_allowed" boolean not null, "code" text null, "member_id" text not null, "guest_name" text null, "membership_id" text null, "seat_id" text null, "service_id" text null, "location_id" text not null, "at" timestamptz not null, "local_on" text not null, "credits" integer not null default 0, "decision" jsonb not null, "guest_period_at" timestamptz null, "guest_number" integer null, "override_reason" text null, "starts_term" boolean not null default false, "device_id" text null, "actor_type" text not null, "actor_id" text null, "idempotency_key" text not null, "undone_at" timestamptz null, "undone_by" text null, "undo_reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_visit_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_visit_deleted_at" ON "membership_visit" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_visit_key_unique" ON "membership_visit" ("idempotency_key") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_visit_member" ON "membership_visit" ("member_id", "at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_visit_membership" ON "membership_visit" ("membership_id", "at") WHERE membership_id is not null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_visit_location" ON "membership_visit" ("location_id", "local_on") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_visit_guest_pass_unique" ON "membership_visit" ("membership_id", "guest_period_at", "guest_number") WHERE guest_number is not null and undone_at is null AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "membership_member" add column if not exists "visit_revision" integer not null default 0;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "membership_visit" cascade;`)

    this.addSql(`alter table if exists "membership_member" drop column if exists "visit_revision";`)
  }
}

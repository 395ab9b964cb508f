import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123051926 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_plan_change" drop constraint if exists "membership_plan_change_planned_unique";`
    )
    this.addSql(
      `create table if not exists "membership_plan_change" ("id" text not null, "membership_id" text not null, "status" text check ("status" in ('planned', 'done', 'taken_back', 'refused')) not null, "timing" text check ("timing" in ('now', 'renewal')) not null, "from_plan_id" text not null, "from_price_chart_id" text not null, "to_plan_id" text not null, "to_price_chart_id" text not null, "to_membership_id" text null, "to_seat_id" text null, "from_index" integer not null, "changes_on" text not null, "former_starts_on" text null, "former_anchor_index" integer not null, "former_plan_from_index" integer not null, "seat_classifications" jsonb null, "currency_code" text not null, "charge_minor" bigint not null, "credit_minor" bigint not null, "due_minor" bigint not null, "carried_minor" bigint not null, "days_lost" integer not null, "actor_type" text not null, "actor_id" text null, "reason" text null, "decided_at" timestamptz not null, "settled_at" timestamptz null, "refused_code" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_plan_change_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_plan_change_deleted_at" ON "membership_plan_change" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_plan_change_planned_unique" ON "membership_plan_change" ("membership_id") WHERE status = 'planned' AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_plan_change_membership" ON "membership_plan_change" ("membership_id", "from_index") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "membership" add column if not exists "anchor_index" integer not null default 0, add column if not exists "plan_from_index" integer not null default 0, add column if not exists "plan_from_on" text null, add column if not exists "dues_credits" jsonb null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "membership_plan_change" cascade;`)

    this.addSql(
      `alter table if exists "membership" drop column if exists "anchor_index", drop column if exists "plan_from_index", drop column if exists "plan_from_on", drop column if exists "dues_credits";`
    )
  }
}

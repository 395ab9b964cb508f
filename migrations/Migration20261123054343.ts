import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123054343 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "membership_discount" ("id" text not null, "membership_id" text not null, "position" integer not null, "code" text null, "percent" real null, "amount_minor" bigint null, "cycles_left" integer null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_discount_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_discount_membership_id" ON "membership_discount" ("membership_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_discount_deleted_at" ON "membership_discount" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_discount_once" ON "membership_discount" ("membership_id", "position") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "membership_discount" add constraint "membership_discount_membership_id_foreign" foreign key ("membership_id") references "membership" ("id") on update cascade;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "membership_discount" cascade;`)
  }
}

import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122112314 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_invitation" drop constraint if exists "membership_invitation_token_unique";`
    )
    this.addSql(
      `create table if not exists "membership_invitation" ("id" text not null, "membership_id" text not null, "seat_id" text not null, "email" text not null, "token_hash" text not null, "expires_at" timestamptz not null, "accepted_at" timestamptz null, "revoked_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_invitation_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_invitation_deleted_at" ON "membership_invitation" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_invitation_token_unique" ON "membership_invitation" ("token_hash") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_invitation_one_open" ON "membership_invitation" ("seat_id") WHERE accepted_at is null and revoked_at is null and deleted_at is null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_invitation_membership" ON "membership_invitation" ("membership_id") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "membership_invitation" cascade;`)
  }
}

-- A photo someone sent. Its pictures lie in the data folder, under the id; this row says whose it is and what there is.
create table kernel.file (
  id uuid primary key,
  owner_account_id uuid,
  guest_id text,
  created_at timestamptz not null default now(),
  -- By long side: {"320": {"width", "height", "avif": bytes, "webp": bytes}, …}
  sizes jsonb not null,
  -- False until a product, a lot or a claim shows it; what is never used goes after two days.
  used boolean not null default false,
  check ((owner_account_id is null) <> (guest_id is null))
);
create index unused_file on kernel.file (created_at) where not used;
create index unused_file_by_owner on kernel.file (owner_account_id) where not used;
create index unused_file_by_guest on kernel.file (guest_id) where not used;

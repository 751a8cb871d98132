-- Units and those who answer for a target are names of ours, and an English reader reads them in English.
alter table monitoring.plan_target
  add column unit_en text not null default '',
  add column responsible_en text not null default '';

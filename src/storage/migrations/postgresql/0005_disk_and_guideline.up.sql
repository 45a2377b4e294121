-- The load of the disk and whose method it was: a CLSI value of an inhibitor is another test.
alter table measurement add column disk_ug text not null default ''

alter table measurement add column guideline text not null default ''

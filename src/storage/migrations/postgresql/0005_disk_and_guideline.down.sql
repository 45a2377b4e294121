-- Loads and guidelines are lost.
alter table measurement drop column disk_ug

alter table measurement drop column guideline

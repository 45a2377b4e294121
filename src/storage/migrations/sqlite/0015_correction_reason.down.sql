-- Reasons are lost.
alter table measurement drop column reason

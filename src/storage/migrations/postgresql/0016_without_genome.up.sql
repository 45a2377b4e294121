-- Explanations and answers that rest on no genome.
alter table explanation alter column analysis drop not null

alter table answer alter column analysis drop not null

alter table answer add column without_genome text not null default ''

-- Nothing recorded is deleted: while there is an explanation without a genome, this step is refused.
alter table explanation alter column analysis set not null

alter table answer alter column analysis set not null

alter table answer drop column without_genome

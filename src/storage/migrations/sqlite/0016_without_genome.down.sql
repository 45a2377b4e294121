-- Nothing recorded is deleted: while there is an explanation without a genome, this step is refused.
create table explained_genome (analysis bigint not null)

insert into explained_genome select analysis from explanation

drop table explained_genome

pragma writable_schema = on

update sqlite_schema set sql = replace(sql, 'analysis bigint references analysis (id)', 'analysis bigint not null references analysis (id)') where type = 'table' and name in ('explanation', 'answer')

pragma writable_schema = reset

alter table answer drop column without_genome

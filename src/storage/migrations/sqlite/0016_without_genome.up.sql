-- Explanations and answers that rest on no genome.
--
-- SQLite has no statement that lets a column be empty. What stands on disk is the same either way, so
-- the schema's text is changed in place (https://www.sqlite.org/lang_altertable.html, section 7): rows,
-- indexes, guards and references stay as they are.
pragma writable_schema = on

update sqlite_schema set sql = replace(sql, 'analysis bigint not null references analysis (id)', 'analysis bigint references analysis (id)') where type = 'table' and name in ('explanation', 'answer')

pragma writable_schema = reset

alter table answer add column without_genome text not null default ''

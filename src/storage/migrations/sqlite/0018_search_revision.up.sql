-- The number of the change that a row is of, so that whoever holds the words in memory reads what came since; and
-- the isolates of a state that are explained.
alter table isolate_search add column revision bigint not null default 0

create index isolate_search_by_revision on isolate_search (revision)

create index isolate_explained_by_state on isolate (state) where current_explanation is not null

-- Takes back 0018_search_revision.up.sql.
drop index isolate_explained_by_state

drop index isolate_search_by_revision

alter table isolate_search drop column revision

-- The isolates and what hangs on them stay; they are searched and counted row by row again.
drop index isolate_finding_by_word

alter table isolate_finding drop column word

drop index audit_event_by_subject

create index audit_event_by_subject on audit_event (subject)

drop index measurement_by_isolate

create index measurement_by_isolate on measurement (isolate)

drop index interpretation_by_measurement

create index interpretation_by_measurement on interpretation (measurement)

drop index interpretation_by_isolate

drop index isolate_by_days_to_answer

alter table isolate drop column days_to_answer

create index isolate_by_state on isolate (state, list_key)

drop table isolate_tally

drop table isolate_search

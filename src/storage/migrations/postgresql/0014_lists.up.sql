-- What lists of isolates are searched in and counted from, kept beside the isolates; indexes for what grows with the registry.
create table isolate_search (
  list_key text primary key,
  isolate bigint not null unique references isolate (id),
  laboratory text not null,
  state text not null,
  words text not null
)

create index isolate_search_by_laboratory on isolate_search (laboratory, list_key)

create index isolate_search_by_state on isolate_search (state, list_key)

insert into isolate_search (list_key, isolate, laboratory, state, words) select list_key, id, laboratory, state, lower(accession || chr(10) || sender_id || chr(10) || species || chr(10) || st || chr(10) || key_findings || chr(10) || case_definitions) from isolate order by list_key

create table isolate_tally (
  laboratory text not null,
  state text not null,
  isolates bigint not null,
  primary key (laboratory, state)
)

insert into isolate_tally (laboratory, state, isolates) select laboratory, state, count(*) from isolate group by laboratory, state

drop index isolate_by_state

alter table isolate add column days_to_answer bigint

update isolate set days_to_answer = cast(answered as date) - cast(received as date) where answered is not null

create index isolate_by_days_to_answer on isolate (days_to_answer)

create index interpretation_by_isolate on interpretation (isolate)

drop index interpretation_by_measurement

create index interpretation_by_measurement on interpretation (measurement, category)

drop index measurement_by_isolate

create index measurement_by_isolate on measurement (isolate, agent)

drop index audit_event_by_subject

create index audit_event_by_subject on audit_event (subject, event, time)

alter table isolate_finding add column word text not null default ''

update isolate_finding set word = lower(name)

create index isolate_finding_by_word on isolate_finding (isolate, word)

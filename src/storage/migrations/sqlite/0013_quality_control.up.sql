-- Measurements of control strains and decisions about days that are out, only ever added.
create table qc_result (
  id integer primary key,
  day text not null,
  strain text not null,
  agent text not null,
  method text not null,
  system text not null,
  sign text not null,
  value real not null,
  unit text not null,
  disk_ug text not null,
  lot text not null,
  medium text not null,
  withdrawn bigint not null,
  reason text not null,
  entered_by text not null,
  entered text not null,
  predecessor bigint unique references qc_result (id)
)

create index qc_result_by_day on qc_result (day)

create table qc_decision (
  id integer primary key,
  day text not null,
  agent text not null,
  method text not null,
  disk_ug text not null,
  accepted bigint not null,
  reason text not null,
  person text not null,
  decided text not null,
  predecessor bigint unique references qc_decision (id)
)

create index qc_decision_by_day on qc_decision (day)

create table qc_decision_result (
  decision bigint not null references qc_decision (id),
  result bigint not null references qc_result (id),
  primary key (decision, result)
)

create index measurement_by_day on measurement (measured)

create trigger qc_result_is_kept_on_update before update on qc_result
begin
  select raise(abort, 'qc_result is never changed');
end

create trigger qc_result_is_kept_on_delete before delete on qc_result
begin
  select raise(abort, 'qc_result is never deleted');
end

create trigger qc_decision_is_kept_on_update before update on qc_decision
begin
  select raise(abort, 'qc_decision is never changed');
end

create trigger qc_decision_is_kept_on_delete before delete on qc_decision
begin
  select raise(abort, 'qc_decision is never deleted');
end

create trigger qc_decision_result_is_kept_on_update before update on qc_decision_result
begin
  select raise(abort, 'qc_decision_result is never changed');
end

create trigger qc_decision_result_is_kept_on_delete before delete on qc_decision_result
begin
  select raise(abort, 'qc_decision_result is never deleted');
end

-- Patients of hospitals: the national identity number encrypted and apart from everything else, found again by a keyed digest.
create table patient (
  id integer primary key,
  laboratory text not null references laboratory (code),
  lookup text not null,
  key_name text not null,
  sealed text not null,
  created text not null,
  created_by text not null,
  unique (laboratory, lookup)
)

create index patient_by_lookup on patient (lookup)

-- Whose an isolate is; the newest row counts.
create table isolate_patient (
  id integer primary key,
  isolate bigint not null references isolate (id),
  patient bigint not null references patient (id),
  entered text not null,
  entered_by text not null
)

create index isolate_patient_by_isolate on isolate_patient (isolate, id)

create index isolate_patient_by_patient on isolate_patient (patient)

-- Two patients of which the reference laboratory has said that they are one person.
create table patient_link (
  id integer primary key,
  first bigint not null references patient (id),
  second bigint not null references patient (id),
  reason text not null,
  linked text not null,
  linked_by text not null
)

create index patient_link_by_first on patient_link (first)

create index patient_link_by_second on patient_link (second)

create trigger isolate_patient_is_kept_on_update before update on isolate_patient
begin
  select raise(abort, 'isolate_patient is never changed');
end

create trigger isolate_patient_is_kept_on_delete before delete on isolate_patient
begin
  select raise(abort, 'isolate_patient is never deleted');
end

create trigger patient_link_is_kept_on_update before update on patient_link
begin
  select raise(abort, 'patient_link is never changed');
end

create trigger patient_link_is_kept_on_delete before delete on patient_link
begin
  select raise(abort, 'patient_link is never deleted');
end

create trigger patient_is_kept_on_delete before delete on patient
begin
  select raise(abort, 'patient is never deleted');
end

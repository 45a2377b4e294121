-- What comes of a referral, where its tube is, the isolates of a patient; questions to senders, boxes on their way, every scan, openings of answers, decisions about them.
alter table referral add column sends text not null default ''

alter table isolate add column sample text not null default 'received'

create index referral_by_patient on referral (laboratory, pseudonym)

create table sender_query (
  id integer primary key,
  isolate bigint not null references isolate (id),
  laboratory text not null references laboratory (code),
  criterion text not null,
  field text not null,
  question_nb text not null,
  question_en text not null,
  asked_by text not null,
  asked text not null,
  state text not null,
  closed_by text not null,
  closed text,
  closing text not null
)

create index sender_query_by_isolate on sender_query (isolate)

create index sender_query_by_state on sender_query (state, id)

create table shipment (
  id integer primary key,
  laboratory text not null references laboratory (code),
  box text not null,
  dispatched_by text not null,
  dispatched text not null,
  closed_by text not null,
  closed text,
  unique (laboratory, box)
)

create table shipment_tube (
  shipment bigint not null references shipment (id),
  isolate bigint not null references isolate (id),
  primary key (shipment, isolate)
)

create table scan (
  id integer primary key,
  shipment bigint references shipment (id),
  code text not null,
  isolate bigint references isolate (id),
  outcome text not null,
  sample_before text not null,
  received_before text not null,
  person text not null,
  time text not null,
  undone_by text not null,
  undone text
)

create index scan_by_shipment on scan (shipment)

create index scan_by_time on scan (time)

create trigger sender_query_is_kept_on_delete before delete on sender_query
begin
  select raise(abort, 'sender_query is never deleted');
end

create trigger shipment_is_kept_on_delete before delete on shipment
begin
  select raise(abort, 'shipment is never deleted');
end

create trigger shipment_tube_is_kept_on_update before update on shipment_tube
begin
  select raise(abort, 'shipment_tube is never changed');
end

create trigger shipment_tube_is_kept_on_delete before delete on shipment_tube
begin
  select raise(abort, 'shipment_tube is never deleted');
end

create trigger scan_is_kept_on_delete before delete on scan
begin
  select raise(abort, 'scan is never deleted');
end

create trigger sender_query_is_kept_when_closed before update on sender_query
when old.state <> 'open'
begin
  select raise(abort, 'sender_query that is closed is never changed');
end

create trigger shipment_is_kept_when_closed before update on shipment
when old.closed is not null
begin
  select raise(abort, 'shipment that is closed is never changed');
end

create trigger scan_is_kept_when_undone before update on scan
when old.undone is not null
begin
  select raise(abort, 'scan that is undone is never changed');
end

create table answer_opening (
  id integer primary key,
  answer bigint not null references answer (id),
  person text not null,
  form text not null,
  time text not null
)

create index answer_opening_by_answer on answer_opening (answer)

create table change_decision (
  id integer primary key,
  answer bigint not null references answer (id),
  version text not null,
  choice text not null,
  reason text not null,
  person text not null,
  time text not null,
  unique (answer, version)
)

create trigger answer_opening_is_kept_on_update before update on answer_opening
begin
  select raise(abort, 'answer_opening is never changed');
end

create trigger answer_opening_is_kept_on_delete before delete on answer_opening
begin
  select raise(abort, 'answer_opening is never deleted');
end

create trigger change_decision_is_kept_on_update before update on change_decision
begin
  select raise(abort, 'change_decision is never changed');
end

create trigger change_decision_is_kept_on_delete before delete on change_decision
begin
  select raise(abort, 'change_decision is never deleted');
end

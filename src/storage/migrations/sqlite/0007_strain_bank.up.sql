-- The strain bank: places, strains with lots and checks, vials and their movements.
create table storage_place (
  id integer primary key,
  parent bigint references storage_place (id),
  parent_key bigint not null,
  kind text not null,
  name text not null,
  box_rows bigint not null,
  box_columns bigint not null,
  numbering text not null,
  revision bigint not null,
  unique (parent_key, name)
)

create table storage_event (
  id integer primary key,
  place bigint not null references storage_place (id),
  kind text not null,
  celsius real,
  minutes bigint,
  moved_from bigint references storage_place (id),
  moved_to bigint references storage_place (id),
  comment text not null,
  person text not null,
  at text not null
)

create index storage_event_by_place on storage_event (place)

create table bank_counter (
  name text primary key,
  last bigint not null
)

create table strain (
  id integer primary key,
  number text not null unique,
  isolate bigint not null unique references isolate (id),
  banked_by text not null,
  banked text not null
)

create table strain_terms (
  id integer primary key,
  strain bigint not null references strain (id),
  risk_group bigint not null,
  distribution text not null,
  nagoya text not null,
  comment text not null,
  entered_by text not null,
  entered text not null
)

create index strain_terms_by_strain on strain_terms (strain)

create table lot (
  id integer primary key,
  strain bigint not null references strain (id),
  number bigint not null,
  parent bigint references lot (id),
  passage bigint not null,
  made text not null,
  medium text not null,
  comment text not null,
  entered_by text not null,
  entered text not null,
  unique (strain, number)
)

create table lot_check (
  id integer primary key,
  lot bigint not null references lot (id),
  kind text not null,
  result text not null,
  checked text not null,
  analysis bigint references analysis (id),
  statement text not null,
  entered_by text not null,
  entered text not null
)

create index lot_check_by_lot on lot_check (lot)

create table lot_check_mic (
  lot_check bigint not null references lot_check (id),
  agent text not null,
  sign text not null,
  value real not null,
  before_sign text not null,
  before_value real,
  primary key (lot_check, agent)
)

create table vial (
  id integer primary key,
  lot bigint not null references lot (id),
  number bigint not null,
  code text not null unique,
  box bigint references storage_place (id),
  position bigint,
  thaws bigint not null,
  revision bigint not null,
  unique (lot, number),
  unique (box, position)
)

create table vial_movement (
  id integer primary key,
  vial bigint not null references vial (id),
  kind text not null,
  from_box bigint references storage_place (id),
  from_position bigint,
  to_box bigint references storage_place (id),
  to_position bigint,
  reason text not null,
  comment text not null,
  person text not null,
  at text not null
)

create index vial_movement_by_vial on vial_movement (vial, id)

create trigger storage_event_is_kept_on_update before update on storage_event
begin
  select raise(abort, 'storage_event is never changed');
end

create trigger storage_event_is_kept_on_delete before delete on storage_event
begin
  select raise(abort, 'storage_event is never deleted');
end

create trigger strain_is_kept_on_update before update on strain
begin
  select raise(abort, 'strain is never changed');
end

create trigger strain_is_kept_on_delete before delete on strain
begin
  select raise(abort, 'strain is never deleted');
end

create trigger strain_terms_is_kept_on_update before update on strain_terms
begin
  select raise(abort, 'strain_terms is never changed');
end

create trigger strain_terms_is_kept_on_delete before delete on strain_terms
begin
  select raise(abort, 'strain_terms is never deleted');
end

create trigger lot_is_kept_on_update before update on lot
begin
  select raise(abort, 'lot is never changed');
end

create trigger lot_is_kept_on_delete before delete on lot
begin
  select raise(abort, 'lot is never deleted');
end

create trigger lot_check_is_kept_on_update before update on lot_check
begin
  select raise(abort, 'lot_check is never changed');
end

create trigger lot_check_is_kept_on_delete before delete on lot_check
begin
  select raise(abort, 'lot_check is never deleted');
end

create trigger lot_check_mic_is_kept_on_update before update on lot_check_mic
begin
  select raise(abort, 'lot_check_mic is never changed');
end

create trigger lot_check_mic_is_kept_on_delete before delete on lot_check_mic
begin
  select raise(abort, 'lot_check_mic is never deleted');
end

create trigger vial_movement_is_kept_on_update before update on vial_movement
begin
  select raise(abort, 'vial_movement is never changed');
end

create trigger vial_movement_is_kept_on_delete before delete on vial_movement
begin
  select raise(abort, 'vial_movement is never deleted');
end

create trigger vial_is_kept_on_delete before delete on vial
begin
  select raise(abort, 'vial is never deleted');
end

create trigger storage_place_is_kept_on_delete before delete on storage_place
begin
  select raise(abort, 'storage_place is never deleted');
end

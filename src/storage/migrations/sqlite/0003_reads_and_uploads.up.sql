-- Reads beside assemblies, uploads in parts, jobs that tell their stage and can be cancelled.
alter table isolate_file add column role text not null default 'assembly'

alter table isolate_file add column lane bigint not null default 0

alter table isolate_file add column delivery bigint not null default 1

-- Only a registry that was taken down to 0002 has reads already; which mates belong together was forgotten.
update isolate_file set role = 'reads', lane = position + 1, delivery = 2 where media_type = 'text/x-fastq'

alter table job add column stage text not null default ''

alter table job add column cancelled_by text not null default ''

create table upload (
  id integer primary key,
  isolate bigint not null references isolate (id),
  created_by text not null,
  state text not null,
  created text not null,
  changed text not null,
  job bigint references job (id)
)

create index upload_by_state on upload (state, id)

create table upload_file (
  upload bigint not null references upload (id),
  number bigint not null,
  role text not null,
  lane bigint not null,
  name text not null,
  size bigint not null,
  sha256 text not null,
  received bigint not null,
  primary key (upload, number)
)

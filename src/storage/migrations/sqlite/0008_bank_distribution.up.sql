-- What the bank is searched by, agreements and requests for strains, panels with sealed keys.
create table isolate_finding (
  isolate bigint not null references isolate (id),
  kind text not null,
  name text not null,
  primary key (isolate, kind, name)
)

create index isolate_finding_by_name on isolate_finding (name, isolate)

create table agreement (
  id integer primary key,
  institution text not null,
  reference text not null,
  valid_from text not null,
  valid_until text not null,
  entered_by text not null,
  entered text not null,
  unique (institution, reference)
)

create table agreement_document (
  agreement bigint primary key references agreement (id),
  sha256 text not null references blob (sha256)
)

create table strain_request (
  id integer primary key,
  number text not null unique,
  institution text not null,
  person text not null,
  contact text not null,
  purpose text not null,
  containment bigint not null,
  nagoya text not null,
  state text not null,
  agreement bigint references agreement (id),
  entered_by text not null,
  entered text not null,
  revision bigint not null
)

create table strain_request_line (
  request bigint not null references strain_request (id),
  strain bigint not null references strain (id),
  vials bigint not null,
  primary key (request, strain)
)

create table strain_request_step (
  id integer primary key,
  request bigint not null references strain_request (id),
  state text not null,
  comment text not null,
  person text not null,
  at text not null
)

create index strain_request_step_by_request on strain_request_step (request, id)

create table strain_request_vial (
  request bigint not null references strain_request (id),
  vial bigint not null references vial (id),
  primary key (request, vial)
)

create table strain_panel (
  id integer primary key,
  number text not null unique,
  title text not null,
  query text not null,
  salt text not null,
  key_digest text not null,
  made_by text not null,
  made text not null
)

create table strain_panel_member (
  panel bigint not null references strain_panel (id),
  code text not null,
  strain bigint not null references strain (id),
  group_name text not null,
  primary key (panel, code),
  unique (panel, strain)
)

create table strain_panel_opening (
  panel bigint primary key references strain_panel (id),
  person text not null,
  at text not null
)

create trigger agreement_is_kept_on_update before update on agreement
begin
  select raise(abort, 'agreement is never changed');
end

create trigger agreement_is_kept_on_delete before delete on agreement
begin
  select raise(abort, 'agreement is never deleted');
end

create trigger agreement_document_is_kept_on_update before update on agreement_document
begin
  select raise(abort, 'agreement_document is never changed');
end

create trigger agreement_document_is_kept_on_delete before delete on agreement_document
begin
  select raise(abort, 'agreement_document is never deleted');
end

create trigger strain_request_line_is_kept_on_update before update on strain_request_line
begin
  select raise(abort, 'strain_request_line is never changed');
end

create trigger strain_request_line_is_kept_on_delete before delete on strain_request_line
begin
  select raise(abort, 'strain_request_line is never deleted');
end

create trigger strain_request_step_is_kept_on_update before update on strain_request_step
begin
  select raise(abort, 'strain_request_step is never changed');
end

create trigger strain_request_step_is_kept_on_delete before delete on strain_request_step
begin
  select raise(abort, 'strain_request_step is never deleted');
end

create trigger strain_request_vial_is_kept_on_update before update on strain_request_vial
begin
  select raise(abort, 'strain_request_vial is never changed');
end

create trigger strain_request_vial_is_kept_on_delete before delete on strain_request_vial
begin
  select raise(abort, 'strain_request_vial is never deleted');
end

create trigger strain_panel_is_kept_on_update before update on strain_panel
begin
  select raise(abort, 'strain_panel is never changed');
end

create trigger strain_panel_is_kept_on_delete before delete on strain_panel
begin
  select raise(abort, 'strain_panel is never deleted');
end

create trigger strain_panel_member_is_kept_on_update before update on strain_panel_member
begin
  select raise(abort, 'strain_panel_member is never changed');
end

create trigger strain_panel_member_is_kept_on_delete before delete on strain_panel_member
begin
  select raise(abort, 'strain_panel_member is never deleted');
end

create trigger strain_panel_opening_is_kept_on_update before update on strain_panel_opening
begin
  select raise(abort, 'strain_panel_opening is never changed');
end

create trigger strain_panel_opening_is_kept_on_delete before delete on strain_panel_opening
begin
  select raise(abort, 'strain_panel_opening is never deleted');
end

create trigger strain_request_is_kept_on_delete before delete on strain_request
begin
  select raise(abort, 'strain_request is never deleted');
end

-- The tables of the registry. Instants are UTC text, dates are ISO text, flags are 0 or 1.
create table laboratory (
  code text primary key,
  name text not null,
  health_region text not null
)

create table person (
  id integer primary key,
  username text not null unique,
  name text not null,
  password_hash text not null,
  active bigint not null
)

create table person_role (
  person bigint not null references person (id),
  role text not null,
  primary key (person, role)
)

create table session (
  token_digest text primary key,
  csrf_token text not null,
  person bigint not null references person (id),
  created text not null,
  last_used text not null,
  expires text not null
)

create table blob (
  sha256 text primary key,
  size bigint not null,
  media_type text not null,
  original_name text not null
)

create table referral (
  id integer primary key,
  laboratory text not null references laboratory (code),
  sender_id text not null,
  suspected_group text not null,
  organism text not null,
  reason text not null,
  question text not null,
  infection_or_carriage text not null,
  material text not null,
  travel text not null,
  hospital_abroad text not null,
  known_contact text not null,
  ward text not null,
  pseudonym text not null,
  age bigint,
  sex text not null,
  municipality text not null,
  sampled text,
  received text not null,
  unique (laboratory, sender_id)
)

create table accession_counter (
  year bigint not null,
  unit text not null,
  last bigint not null,
  primary key (year, unit)
)

create table isolate (
  id integer primary key,
  accession text not null unique,
  referral bigint not null unique references referral (id),
  laboratory text not null references laboratory (code),
  sender_id text not null,
  suspected_group text not null,
  received text not null,
  due text not null,
  answered text,
  state text not null,
  constructed bigint not null,
  species text not null,
  st text not null,
  key_findings text not null,
  case_definitions text not null,
  current_analysis bigint references analysis (id),
  current_explanation bigint references explanation (id),
  revision bigint not null,
  list_key text not null unique
)

create index isolate_by_state on isolate (state, list_key)

create table isolate_file (
  isolate bigint not null references isolate (id),
  sha256 text not null references blob (sha256),
  position bigint not null,
  media_type text not null,
  original_name text not null,
  primary key (isolate, sha256)
)

create table measurement (
  id integer primary key,
  isolate bigint not null references isolate (id),
  agent text not null,
  method text not null,
  system text not null,
  sign text not null,
  value real not null,
  unit text not null,
  indication text not null,
  route text not null,
  provenance text not null,
  measured text,
  entered_by text not null,
  entered text not null,
  predecessor bigint unique references measurement (id)
)

create index measurement_by_isolate on measurement (isolate)

create table analysis (
  id integer primary key,
  isolate bigint not null references isolate (id),
  input_sha256 text not null references blob (sha256),
  software text not null,
  reference_name text not null,
  reference_digest text not null,
  settings_digest text not null,
  verdict text not null,
  result text not null,
  created text not null,
  predecessor bigint unique references analysis (id)
)

create index analysis_by_isolate on analysis (isolate)

create table interpretation (
  id integer primary key,
  isolate bigint not null references isolate (id),
  measurement bigint not null references measurement (id),
  breakpoints text not null,
  organism text not null,
  category text not null,
  document text not null,
  created text not null,
  predecessor bigint unique references interpretation (id)
)

create index interpretation_by_measurement on interpretation (measurement)

create table explanation (
  id integer primary key,
  isolate bigint not null references isolate (id),
  analysis bigint not null references analysis (id),
  rules text not null,
  document text not null,
  created text not null,
  predecessor bigint unique references explanation (id)
)

create index explanation_by_isolate on explanation (isolate)

create table explanation_interpretation (
  explanation bigint not null references explanation (id),
  interpretation bigint not null references interpretation (id),
  primary key (explanation, interpretation)
)

create table answer (
  id integer primary key,
  isolate bigint not null references isolate (id),
  version bigint not null,
  state text not null,
  language text not null,
  analysis bigint not null references analysis (id),
  explanation bigint not null references explanation (id),
  created_by text not null,
  created text not null,
  created_comment text not null,
  validated_by text,
  validated text,
  validated_comment text,
  approved_by text,
  approved text,
  approved_comment text,
  reason text not null,
  predecessor bigint references answer (id),
  pdf_sha256 text references blob (sha256),
  json_sha256 text references blob (sha256),
  signature text,
  public_key text,
  audit_event text,
  revision bigint not null,
  unique (isolate, version)
)

create table job (
  id integer primary key,
  kind text not null,
  isolate bigint not null references isolate (id),
  requested_by text not null,
  state text not null,
  failures bigint not null,
  leases bigint not null,
  progress bigint not null,
  message text not null,
  created text not null,
  lease_until text,
  finished text
)

create index job_by_state on job (state, id)

create index job_by_isolate on job (isolate)

create table audit_event (
  sequence integer primary key,
  time text not null,
  person text not null,
  event text not null,
  subject text not null,
  detail text not null,
  before_digest text not null,
  after_digest text not null,
  previous_hash text not null,
  hash text not null unique
)

create index audit_event_by_subject on audit_event (subject)

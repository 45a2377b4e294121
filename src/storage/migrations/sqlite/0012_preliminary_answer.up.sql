-- Whether a version of an answer is preliminary: those of before are final.
alter table answer add column preliminary bigint not null default 0

create index answer_by_approval on answer (approved)

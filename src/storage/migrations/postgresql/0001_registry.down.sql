-- Takes the tables of the registry away.
alter table isolate drop column current_analysis

alter table isolate drop column current_explanation

drop table audit_event

drop table job

drop table answer

drop table explanation_interpretation

drop table explanation

drop table interpretation

drop table analysis

drop table measurement

drop table isolate_file

drop table isolate

drop table accession_counter

drop table referral

drop table blob

drop table session

drop table person_role

drop table person

drop table laboratory


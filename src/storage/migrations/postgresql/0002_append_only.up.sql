-- What is written stays: the database itself refuses to change or delete it (PostgreSQL).
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%', tg_argv[0];
end
$$

create trigger audit_event_is_kept_on_update before update on audit_event
for each row execute function refuse_change('audit_event is never changed')

create trigger audit_event_is_kept_on_delete before delete or truncate on audit_event
for each statement execute function refuse_change('audit_event is never deleted')

create trigger measurement_is_kept_on_update before update on measurement
for each row execute function refuse_change('measurement is never changed')

create trigger measurement_is_kept_on_delete before delete or truncate on measurement
for each statement execute function refuse_change('measurement is never deleted')

create trigger analysis_is_kept_on_update before update on analysis
for each row execute function refuse_change('analysis is never changed')

create trigger analysis_is_kept_on_delete before delete or truncate on analysis
for each statement execute function refuse_change('analysis is never deleted')

create trigger interpretation_is_kept_on_update before update on interpretation
for each row execute function refuse_change('interpretation is never changed')

create trigger interpretation_is_kept_on_delete before delete or truncate on interpretation
for each statement execute function refuse_change('interpretation is never deleted')

create trigger explanation_is_kept_on_update before update on explanation
for each row execute function refuse_change('explanation is never changed')

create trigger explanation_is_kept_on_delete before delete or truncate on explanation
for each statement execute function refuse_change('explanation is never deleted')

create trigger explanation_interpretation_is_kept_on_update before update on explanation_interpretation
for each row execute function refuse_change('explanation_interpretation is never changed')

create trigger explanation_interpretation_is_kept_on_delete before delete or truncate on explanation_interpretation
for each statement execute function refuse_change('explanation_interpretation is never deleted')

create trigger referral_is_kept_on_delete before delete or truncate on referral
for each statement execute function refuse_change('referral is never deleted')

create trigger isolate_is_kept_on_delete before delete or truncate on isolate
for each statement execute function refuse_change('isolate is never deleted')

create trigger isolate_file_is_kept_on_delete before delete or truncate on isolate_file
for each statement execute function refuse_change('isolate_file is never deleted')

create trigger blob_is_kept_on_delete before delete or truncate on blob
for each statement execute function refuse_change('blob is never deleted')

create trigger answer_is_kept_on_delete before delete or truncate on answer
for each statement execute function refuse_change('answer is never deleted')

create trigger job_is_kept_on_delete before delete or truncate on job
for each statement execute function refuse_change('job is never deleted')

create trigger answer_is_frozen_when_signed before update on answer
for each row when (old.state = 'signed') execute function refuse_change('answer that is signed is never changed')

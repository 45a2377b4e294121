-- What is written stays: the database itself refuses to change or delete it (SQLite).
create trigger audit_event_is_kept_on_update before update on audit_event
begin
  select raise(abort, 'audit_event is never changed');
end

create trigger audit_event_is_kept_on_delete before delete on audit_event
begin
  select raise(abort, 'audit_event is never deleted');
end

create trigger measurement_is_kept_on_update before update on measurement
begin
  select raise(abort, 'measurement is never changed');
end

create trigger measurement_is_kept_on_delete before delete on measurement
begin
  select raise(abort, 'measurement is never deleted');
end

create trigger analysis_is_kept_on_update before update on analysis
begin
  select raise(abort, 'analysis is never changed');
end

create trigger analysis_is_kept_on_delete before delete on analysis
begin
  select raise(abort, 'analysis is never deleted');
end

create trigger interpretation_is_kept_on_update before update on interpretation
begin
  select raise(abort, 'interpretation is never changed');
end

create trigger interpretation_is_kept_on_delete before delete on interpretation
begin
  select raise(abort, 'interpretation is never deleted');
end

create trigger explanation_is_kept_on_update before update on explanation
begin
  select raise(abort, 'explanation is never changed');
end

create trigger explanation_is_kept_on_delete before delete on explanation
begin
  select raise(abort, 'explanation is never deleted');
end

create trigger explanation_interpretation_is_kept_on_update before update on explanation_interpretation
begin
  select raise(abort, 'explanation_interpretation is never changed');
end

create trigger explanation_interpretation_is_kept_on_delete before delete on explanation_interpretation
begin
  select raise(abort, 'explanation_interpretation is never deleted');
end

create trigger referral_is_kept_on_delete before delete on referral
begin
  select raise(abort, 'referral is never deleted');
end

create trigger isolate_is_kept_on_delete before delete on isolate
begin
  select raise(abort, 'isolate is never deleted');
end

create trigger isolate_file_is_kept_on_delete before delete on isolate_file
begin
  select raise(abort, 'isolate_file is never deleted');
end

create trigger blob_is_kept_on_delete before delete on blob
begin
  select raise(abort, 'blob is never deleted');
end

create trigger answer_is_kept_on_delete before delete on answer
begin
  select raise(abort, 'answer is never deleted');
end

create trigger job_is_kept_on_delete before delete on job
begin
  select raise(abort, 'job is never deleted');
end

create trigger answer_is_frozen_when_signed before update on answer
when old.state = 'signed'
begin
  select raise(abort, 'answer that is signed is never changed');
end

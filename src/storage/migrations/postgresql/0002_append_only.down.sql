-- Takes the guards of 0002 away.
drop trigger answer_is_frozen_when_signed on answer

drop trigger job_is_kept_on_delete on job

drop trigger answer_is_kept_on_delete on answer

drop trigger blob_is_kept_on_delete on blob

drop trigger isolate_file_is_kept_on_delete on isolate_file

drop trigger isolate_is_kept_on_delete on isolate

drop trigger referral_is_kept_on_delete on referral

drop trigger explanation_interpretation_is_kept_on_delete on explanation_interpretation

drop trigger explanation_interpretation_is_kept_on_update on explanation_interpretation

drop trigger explanation_is_kept_on_delete on explanation

drop trigger explanation_is_kept_on_update on explanation

drop trigger interpretation_is_kept_on_delete on interpretation

drop trigger interpretation_is_kept_on_update on interpretation

drop trigger analysis_is_kept_on_delete on analysis

drop trigger analysis_is_kept_on_update on analysis

drop trigger measurement_is_kept_on_delete on measurement

drop trigger measurement_is_kept_on_update on measurement

drop trigger audit_event_is_kept_on_delete on audit_event

drop trigger audit_event_is_kept_on_update on audit_event

drop function refuse_change()

-- Takes away what came with the intake; an isolate that is only expected counts as received for a program of before.
drop table change_decision

drop table answer_opening

drop table scan

drop table shipment_tube

drop table shipment

drop table sender_query

drop index referral_by_patient

alter table isolate drop column sample

alter table referral drop column sends

update isolate set state = 'received' where state = 'expected'

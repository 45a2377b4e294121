-- Takes back 0017_bank_lists.up.sql.
drop index qc_result_by_day

create index qc_result_by_day on qc_result (day)

drop index vial_by_thaws

drop index vial_by_lot

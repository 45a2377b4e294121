-- Indexes for the lists of the bank: in which boxes a lot has vials, which were thawed often; and for what quality control says of a day.
create index vial_by_lot on vial (lot, box)

create index vial_by_thaws on vial (thaws)

drop index qc_result_by_day

create index qc_result_by_day on qc_result (day, agent)

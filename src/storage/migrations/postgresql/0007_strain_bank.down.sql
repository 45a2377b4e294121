-- Takes the strain bank away; what the audit trail says of it stays.
drop table vial_movement

drop table vial

drop table lot_check_mic

drop table lot_check

drop table lot

drop table strain_terms

drop table strain

drop table bank_counter

drop table storage_event

drop table storage_place

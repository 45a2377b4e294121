-- Takes patients away, and with them the encrypted numbers: a program of before knows only pseudonyms. Keep a backup.
drop table patient_link

drop table isolate_patient

drop table patient

-- Takes uploads away. The files stay, reads too: a program of before knows them by their type and leaves them alone.
drop table upload_file

drop table upload

alter table job drop column cancelled_by

alter table job drop column stage

alter table isolate_file drop column delivery

alter table isolate_file drop column lane

alter table isolate_file drop column role

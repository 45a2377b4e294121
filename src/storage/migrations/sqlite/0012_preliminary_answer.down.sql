-- A program of before takes every answer for a final one.
drop index answer_by_approval

alter table answer drop column preliminary

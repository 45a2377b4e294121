-- Takes the laboratories of people away, and the role that is bound to one: a program of before knows neither and would let no such person in.
drop table person_laboratory

delete from person_role where role not in ('bioengineer', 'microbiologist', 'administrator')

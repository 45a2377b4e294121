-- Takes results of confirmatory tests away: a program of before knows no such thing. What explanations say of them stays in their documents.
drop table explanation_test_result

drop table test_result

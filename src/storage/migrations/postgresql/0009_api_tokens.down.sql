-- Takes tokens away: no program of before asks for one.
drop table api_token

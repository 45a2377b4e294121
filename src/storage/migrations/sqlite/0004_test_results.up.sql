-- Results of confirmatory tests, only ever added, and which of them an explanation rests on.
create table test_result (
  id integer primary key,
  isolate bigint not null references isolate (id),
  test text not null,
  outcomes text not null,
  tested text,
  comment text not null,
  entered_by text not null,
  entered text not null,
  predecessor bigint unique references test_result (id)
)

create index test_result_by_isolate on test_result (isolate)

create table explanation_test_result (
  explanation bigint not null references explanation (id),
  test_result bigint not null references test_result (id),
  primary key (explanation, test_result)
)

create trigger test_result_is_kept_on_update before update on test_result
begin
  select raise(abort, 'test_result is never changed');
end

create trigger test_result_is_kept_on_delete before delete on test_result
begin
  select raise(abort, 'test_result is never deleted');
end

create trigger explanation_test_result_is_kept_on_update before update on explanation_test_result
begin
  select raise(abort, 'explanation_test_result is never changed');
end

create trigger explanation_test_result_is_kept_on_delete before delete on explanation_test_result
begin
  select raise(abort, 'explanation_test_result is never deleted');
end

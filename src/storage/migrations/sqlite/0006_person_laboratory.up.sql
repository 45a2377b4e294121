-- The laboratory of a person who refers isolates, and how far the person sees.
create table person_laboratory (
  person bigint primary key references person (id),
  laboratory text not null references laboratory (code),
  reach text not null
)

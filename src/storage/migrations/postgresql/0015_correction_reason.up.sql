-- Why a value replaced another one; of before it was not asked.
alter table measurement add column reason text not null default ''

insert into laboratory values ('UNN', 'Tromsø', 'nord')

insert into person values (1, 'kari', 'Kari Nordmann', '$argon2id$', 1)

insert into person_role values (1, 'bioengineer')

insert into session values ('d1', 'c1', 1, '2026-11-20T09:00:00.000Z', '2026-11-20T09:00:00.000Z', '2026-11-20T21:00:00.000Z')

insert into blob values ('aa', 3, 'text/x-fasta', 'a.fna')

insert into referral values (1, 'UNN', 'L-1', 'CPO', 'Klebsiella pneumoniae', 'r', 'q', 'infection', 'urin', '', '', '', '', 'P1', 71, 'female', 'Tromsø', null, '2026-11-18')

insert into accession_counter values (2026, 'CPO', 1)

insert into isolate values (1, '2026-CPO-0001-U', 1, 'UNN', 'L-1', 'CPO', '2026-11-18', '2026-11-25', null, 'ready', 0, 'Klebsiella pneumoniae', '11', 'blaKPC-2', 'CPO', null, null, 1, '0|2026-11-25|2026-CPO-0001-U')

insert into isolate_file values (1, 'aa', 0, 'text/x-fasta', 'a.fna')

insert into measurement values (1, 1, 'meropenem', 'broth_microdilution', '', '<=', 0.125, 'mg/L', '', '', 'constructed', null, 'system', '2026-11-20T09:00:00.000Z', null)

insert into analysis values (1, 1, 'aa', 'kres 0.1.0', 'default', 'dd', 'ss', 'pass', '{}', '2026-11-20T09:00:00.000Z', null)

insert into analysis values (2, 1, 'aa', 'kres 0.2.0', 'default', 'dd', 'ss', 'pass', '{}', '2026-11-21T09:00:00.000Z', 1)

insert into interpretation values (1, 1, 1, 'EUCAST v16.0', 'Klebsiella pneumoniae', 'S', '{}', '2026-11-20T09:00:00.000Z', null)

insert into explanation values (1, 1, 2, 'kres-rules 2026.1', '{}', '2026-11-20T09:00:00.000Z', null)

insert into explanation_interpretation values (1, 1)

update isolate set current_analysis = 2, current_explanation = 1

insert into answer values (1, 1, 1, 'draft', 'nb', 2, 1, 'kari', '2026-11-20T10:00:00.000Z', '', null, null, null, null, null, null, '', null, null, null, null, null, null, 1)

insert into job values (1, 'analysis', 1, 'system', 'done', 0, 1, 100, '', '2026-11-20T09:00:00.000Z', null, '2026-11-20T09:00:01.000Z')

insert into audit_event values (1, '2026-11-20T09:00:00.000Z', 'system', 'registry.created', 'registry', '', '', '', 'p', 'h')

-- Takes requests, agreements, panels and the index of findings away; the audit trail keeps what happened.
drop table strain_panel_opening

drop table strain_panel_member

drop table strain_panel

drop table strain_request_vial

drop table strain_request_step

drop table strain_request_line

drop table strain_request

drop table agreement_document

drop table agreement

drop table isolate_finding

// The keys that the answer's code asks for by name; a table without one of them is refused.
#pragma once

#include <string_view>

namespace kres::report {

inline constexpr std::string_view kAnswerTextKeys[] = {
    // page frame
    "title", "title_preliminary", "version", "centre_name", "centre_place", "page_of",
    "status_draft", "status_validated", "status_approved", "status_preliminary",
    "preliminary_headline", "preliminary_text", "draft_headline", "draft_text", "validated_text",
    "constructed_headline", "constructed_text", "constructed_note",
    // request
    "amended", "replaces", "follows", "amendment_reason", "laboratory", "sender_id", "referral",
    "ward", "travel", "isolate", "material", "sampled", "received", "hospital_abroad", "pseudonym",
    "sex_age", "years", "municipality", "infection_or_carriage", "known_contact", "not_stated",
    "asked", "suspected",
    // verdict
    "species_unknown", "case_met", "case_undecided", "case_not_met", "notifiable",
    // susceptibility
    "susceptibility", "agent", "mic", "category", "breakpoint", "ecoff", "remark", "wild_type",
    "non_wild_type", "none_dash", "method_note", "bracketed_note", "indication_note",
    "assumed_note", "category_note", "scale_note",
    // confirmatory tests
    "tests", "test", "test_outcome", "test_date", "test_meaning",
    // findings
    "no_genome", "not_examined", "why_no_genome", "fit_no_genome", "findings", "finding", "acts_on",
    "allele", "function", "place", "protein", "no_resistance", "trace", "contig_end", "no_findings",
    "more_agents", "other_genes", "intrinsic", "genome_note", "allele.exact",
    "allele.exact_protein", "allele.novel", "allele.partial", "allele.ambiguous", "allele.mutation",
    "allele.disruption", "allele.ties", "allele.changes", "function.intact", "function.broken",
    "function.not_assessable",
    // explanation and what follows it
    "explanation", "work_up", "negatives", "limitations", "basis", "accredited", "not_accredited",
    "version_software", "version_reference", "version_settings", "version_breakpoints",
    "version_rules", "version_cases", "version_input", "people", "role_entered", "role_validated",
    "role_approved", "electronic", "method.genome_analysis"};

}  // namespace kres::report

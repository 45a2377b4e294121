// Why an assembly or reads are not "pass", in words: the engine's sentences, each with its numbers.
import type { Texts } from "../../../i18n/use_texts";

// Forms of the engine's sentences (quality.reasons and contamination.reasons of an analysis), and the code of each.
const forms: [RegExp, string][] = [
  [/^length:(?<value>.+), expected (?<limit>.+)$/, "length_range"],
  [/^length:(?<value>.+), at least (?<limit>.+)$/, "length_least"],
  [/^gc:(?<value>.+), expected (?<limit>.+)$/, "gc_range"],
  [/^n50:(?<value>.+), at least (?<limit>.+)$/, "n50_least"],
  [/^contigs:(?<value>.+), at most (?<limit>.+)$/, "contigs_most"],
  [/^n_percent:(?<value>.+), below (?<limit>.+)$/, "n_percent_below"],
  [/^depth:(?<value>.+), at least (?<limit>.+)$/, "depth_least"],
  [/^mean_quality:(?<value>.+), at least (?<limit>.+)$/, "mean_quality_least"],
  [/^error_percent:(?<value>.+), at most (?<limit>.+)$/, "error_percent_most"],
  [/^adapter_percent:(?<value>.+), below (?<limit>.+)$/, "adapter_percent_below"],
  [/^quality_offset_64/, "quality_offset_64"],
  [/^one_quality:(?<value>\d+)$/, "one_quality"],
  [/^no_single_copy_locus/, "no_single_copy_locus"],
  [/^depth_used:(?<value>[\d.]+)\/(?<of>[\d.]+)$/, "depth_used"],
  [/^second_alleles:(?<value>\d+)\/(?<of>\d+)$/, "second_alleles"],
  [/^second_genome:(?<value>\d+)\/(?<of>\d+)$/, "second_genome"],
  [/^species_not_in_table/, "species_not_in_table"],
  [
    /^(?<value>.+ %) of (?<of>\d+) sampled k-mers are known only from (?<name>.+)$/,
    "second_species",
  ],
  [
    /^(?<value>\d+) contigs with (?<of>.+ %) of all bases are of another species$/,
    "foreign_contigs",
  ],
  [/^(?<value>\d+) single-copy loci stand there twice with different bases$/, "loci_twice"],
  [/^two exact alleles of (?<name>.+)$/, "two_alleles"],
];

// Decimal points of the numbers become commas in Norwegian. A sentence of another form stays as it is.
export function quality_reason_text(reason: string, { code, language }: Texts): string {
  for (const [form, name] of forms) {
    const parts = form.exec(reason)?.groups;
    if (parts === undefined && !form.test(reason)) continue;
    return code("quality_reason", name, numbers_in(language, parts ?? {}));
  }
  return reason;
}

function numbers_in(language: string, parts: Record<string, string>): Record<string, string> {
  if (language === "en") return { ...parts };
  return Object.fromEntries(
    Object.entries(parts).map(([key, part]) => [
      key,
      key === "name" ? part : part.replace(/(\d)\.(\d)/g, "$1,$2"),
    ]),
  );
}

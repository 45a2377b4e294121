// What the reads are like and what only they tell: quality, depth, fractions, second alleles.
import type { Analysis } from "../../../api/analysis";
import { useTexts } from "../../../i18n/use_texts";
import { Section, SubHeading } from "../../../ui/section";
import { ComparisonTable } from "./comparison_table";
import { DepthByLocus } from "./depth_by_locus";
import { FractionTable } from "./fraction_table";
import { QualityByCycle } from "./quality_by_cycle";
import { ReadFacts } from "./read_facts";
import "./reads.css";
import { SecondAlleles } from "./second_alleles";

export function is_of_reads(analysis: Analysis | null): boolean {
  return Boolean(analysis?.quality.reads ?? analysis?.read_evidence);
}

export function ReadsSection({ analysis }: { analysis: Analysis | null }) {
  const { t } = useTexts();
  if (!analysis || !is_of_reads(analysis)) return null;
  const { quality, contamination, fractions, read_evidence, assembly_comparison } = analysis;
  return (
    <Section id="reads" title={t("section.reads")}>
      <ReadFacts quality={quality.reads} evidence={read_evidence} />
      {quality.reads?.mates.some(({ quality_by_cycle }) => quality_by_cycle.length > 0) && (
        <>
          <SubHeading>{t("reads.quality_by_cycle")}</SubHeading>
          <QualityByCycle mates={quality.reads.mates} />
        </>
      )}
      {read_evidence && read_evidence.loci.length > 0 && (
        <>
          <SubHeading>{t("reads.depth_by_locus")}</SubHeading>
          <DepthByLocus evidence={read_evidence} />
        </>
      )}
      <FractionTable fractions={fractions ?? []} evidence={read_evidence} />
      <SecondAlleles contamination={contamination} />
      {assembly_comparison && <ComparisonTable comparison={assembly_comparison} />}
    </Section>
  );
}

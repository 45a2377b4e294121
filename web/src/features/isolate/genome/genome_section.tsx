// What the genome says: quality, species, type, genes on their contigs, targets, and what was not found.
import type { Analysis } from "../../../api/analysis";
import type { Absent } from "../../../api/explanation";
import { GeneMap } from "../../../charts/gene_map/gene_map";
import type { MapGene } from "../../../charts/gene_map/genes";
import { useTexts } from "../../../i18n/use_texts";
import { Section, SubHeading } from "../../../ui/section";
import { CriticalGenes } from "./critical_genes";
import { DeterminantTables } from "./determinant_tables";
import "./genome.css";
import { Identity } from "./identity";
import { InsertionTable } from "./insertion_table";
import { Negatives } from "./negatives";
import { RepliconTable } from "./replicon_table";
import { RibosomalTable } from "./ribosomal_table";
import { TargetTable } from "./target_table";
import { VanOperons } from "./van_operons";
import { function_text, state_of_target, status_of_allele } from "./words";

export function GenomeSection({
  analysis,
  absent,
}: {
  analysis: Analysis | null;
  absent: Absent[];
}) {
  const texts = useTexts();
  const { t } = texts;
  const describe = ({ determinant, target }: MapGene) => {
    if (determinant)
      return `${status_of_allele(determinant, texts)}; ${function_text(determinant, texts)}.`;
    return target ? `${state_of_target(target, texts)}.` : "";
  };
  return (
    <Section id="genome" title={t("section.genome")}>
      {!analysis ? (
        <p>{t("genome.none")}</p>
      ) : (
        <>
          <Identity analysis={analysis} />
          <VanOperons analysis={analysis} />
          <CriticalGenes analysis={analysis} />
          <SubHeading>{t("gene_map.title")}</SubHeading>
          <GeneMap analysis={analysis} describe={describe} />
          <DeterminantTables determinants={analysis.determinants} />
          <RepliconTable replicons={analysis.replicons} />
          <SubHeading>{t("genome.targets")}</SubHeading>
          <TargetTable targets={analysis.targets} />
          <RibosomalTable ribosomal={analysis.ribosomal} />
          <InsertionTable insertions={analysis.insertions} />
          <SubHeading>{t("genome.negatives")}</SubHeading>
          <Negatives analysis={analysis} absent={absent} />
        </>
      )}
    </Section>
  );
}

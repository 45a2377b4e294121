// The gene pointed at, in words. Screen readers get the same from the gene's own name.
import { useTexts } from "../../i18n/use_texts";
import { words_of } from "./gene_mark";
import type { MapGene } from "./genes";

export function GeneDetails({
  gene,
  describe,
}: {
  gene: MapGene | null;
  describe: (gene: MapGene) => string;
}) {
  const texts = useTexts();
  if (!gene) return null;
  return (
    <p className="gene-map-details" aria-hidden="true">
      <strong>{words_of(gene, texts)}.</strong> {describe(gene)}
    </p>
  );
}

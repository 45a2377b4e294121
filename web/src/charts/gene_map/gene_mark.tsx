// One gene on the map that can be pointed at, focused and opened; says in words what the drawing shows.
import type { ReactNode } from "react";
import { useTexts, type Texts } from "../../i18n/use_texts";
import type { GeneControl } from "./gene_map";
import type { MapGene } from "./genes";

interface Props {
  gene: MapGene;
  control: GeneControl;
  children: ReactNode;
}

export function GeneMark({ gene, control, children }: Props) {
  const texts = useTexts();
  const open = () => control.open(gene);
  return (
    <g
      id={gene.id}
      className={`gene-mark gene-${gene.kind}`}
      role="button"
      tabIndex={control.active === gene.id ? 0 : -1}
      aria-label={words_of(gene, texts)}
      onFocus={() => control.point_at(gene)}
      onMouseEnter={() => control.point_at(gene)}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        open();
      }}
    >
      {children}
    </g>
  );
}

// "blaKPC-2, karbapenemasegen e.l., CP003224.1 20 557-21 438, fremre tråd"
export function words_of(gene: MapGene, { t, code, format }: Texts): string {
  return [
    gene.name,
    code("gene_kind", gene.kind),
    t("gene_map.place", {
      contig: gene.contig,
      start: format.number(gene.start),
      end: format.number(gene.end),
    }),
    t(gene.strand === "+" ? "gene_map.forward" : "gene_map.reverse"),
  ].join(", ");
}

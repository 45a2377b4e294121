// Where the genes sit on their contigs: each contig to its own scale, groups of close genes enlarged below it.
// One stop of the tab key; arrow keys go from gene to gene, Enter leads to the gene's row in the table.
import { useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { Analysis } from "../../api/analysis";
import { useTexts } from "../../i18n/use_texts";
import { ContigDrawing } from "./contig_drawing";
import "./gene_map.css";
import { GeneDetails } from "./gene_details";
import { map_contigs, type MapGene } from "./genes";
import { clusters_of } from "./layout";
import { Legend } from "./legend";
import { useWidth } from "./use_width";

export interface GeneControl {
  active: string; // id of the gene that has the tab stop
  point_at: (gene: MapGene) => void;
  open: (gene: MapGene) => void;
}

interface Props {
  analysis: Analysis;
  describe: (gene: MapGene) => string; // what to say of the gene pointed at, beyond name and place
}

export function GeneMap({ analysis, describe }: Props) {
  const { t } = useTexts();
  const hint = useId();
  const [box, width] = useWidth<HTMLDivElement>();
  const contigs = useMemo(() => with_clusters(map_contigs(analysis)), [analysis]);
  const genes = useMemo(() => contigs.flatMap((contig) => contig.genes), [contigs]);
  const [active, set_active] = useState<MapGene | null>(null);
  const root = useRef<HTMLDivElement>(null);

  if (genes.length === 0) return <p>{t("gene_map.none")}</p>;
  const control: GeneControl = {
    active: (active ?? genes[0])?.id ?? "",
    point_at: set_active,
    open: (gene) => document.getElementById(gene.row)?.focus(),
  };
  return (
    <div ref={root} className="gene-map">
      <Legend kinds={new Set(genes.map((gene) => gene.kind))} />
      <p id={hint} className="subtle gene-map-hint">
        {t("gene_map.hint")}
      </p>
      <div
        ref={box}
        role="group"
        aria-label={t("gene_map.title")}
        aria-describedby={hint}
        onKeyDown={move}
      >
        {width > 0 &&
          contigs.map((contig) => (
            <ContigDrawing key={contig.name} contig={contig} width={width} control={control} />
          ))}
      </div>
      <GeneDetails gene={active} describe={describe} />
    </div>
  );

  function move(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = genes.findIndex((gene) => gene.id === control.active);
    const next = genes[(at + step + genes.length) % genes.length];
    if (next) root.current?.querySelector<SVGElement>(`#${next.id}`)?.focus();
  }
}

function with_clusters(contigs: ReturnType<typeof map_contigs>) {
  let letters = 0;
  return contigs.map((contig) => {
    const clusters = clusters_of(contig.genes, contig.length, letters);
    letters += clusters.length;
    return { ...contig, clusters };
  });
}

export type ContigWithClusters = ReturnType<typeof with_clusters>[number];

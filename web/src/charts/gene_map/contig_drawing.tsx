// One contig: its name and length, the whole of it as a line, and its clusters enlarged.
import { useTexts } from "../../i18n/use_texts";
import { ClusterView } from "./cluster_view";
import type { ContigWithClusters, GeneControl } from "./gene_map";
import { Overview } from "./overview";

interface Props {
  contig: ContigWithClusters;
  width: number;
  control: GeneControl;
}

export function ContigDrawing({ contig, width, control }: Props) {
  const { t, format } = useTexts();
  return (
    <div className="gene-map-contig">
      <p className="gene-map-name">
        <strong>{contig.name}</strong>{" "}
        <span className="subtle">
          {format.bases(contig.length)}
          {contig.circular && `, ${t("gene_map.circular")}`}
        </span>
      </p>
      <Overview contig={contig} width={width} control={control} />
      {contig.clusters.map((cluster) => (
        <ClusterView key={cluster.letter} cluster={cluster} width={width} control={control} />
      ))}
    </div>
  );
}

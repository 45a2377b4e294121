// The whole contig as a line to scale: letters mark enlarged groups, other genes are named on the spot.
import { useTexts } from "../../i18n/use_texts";
import type { ContigWithClusters, GeneControl } from "./gene_map";
import { GeneMark } from "./gene_mark";
import { Leads, Ticks } from "./parts";
import type { MapGene } from "./genes";
import { axis_steps, place_labels, scale, text_width, type Cluster } from "./layout";

const row_height = 17;
const side = 10;

type Item = { gene: MapGene } | { cluster: Cluster };

export function Overview({
  contig,
  width,
  control,
}: {
  contig: ContigWithClusters;
  width: number;
  control: GeneControl;
}) {
  const { format } = useTexts();
  const inner = width - 2 * side;
  const x = scale(1, contig.length, inner);
  const labels = place_labels(items_of(contig, x), inner);
  const rows = Math.max(0, ...labels.map((label) => label.row)) + 1;
  const line = rows * row_height + 14;
  const label_y = (row: number) => line - 14 - row * row_height;
  return (
    <svg width={width} height={line + 34} className="gene-map-svg" role="presentation">
      <g transform={`translate(${side} 0)`}>
        <rect
          className="gene-map-line"
          x={0}
          y={line - 3}
          width={inner}
          height={6}
          rx={contig.circular ? 3 : 0}
        />
        <Ticks
          steps={axis_steps(1, contig.length, width > 600 ? 8 : 4)}
          x={x}
          y={line + 8}
          name={format.bases}
        />
        <Leads
          lines={labels.map(({ item, x: text_x, row }) => {
            const place = "cluster" in item ? item.cluster : item.gene;
            return [text_x, label_y(row), x(middle(place)), line - 6];
          })}
        />
        {labels.map(({ item, x: text_x, row }) => {
          const y = label_y(row);
          return "cluster" in item ? (
            <ClusterMark
              key={item.cluster.letter}
              cluster={item.cluster}
              x={x}
              text_x={text_x}
              y={y}
              line={line}
            />
          ) : (
            <GeneMark key={item.gene.id} gene={item.gene} control={control}>
              <rect
                className="gene-shape"
                x={x(middle(item.gene)) - 3}
                y={line - 6}
                width={6}
                height={12}
              />
              <text x={text_x} y={y}>
                {item.gene.label}
              </text>
            </GeneMark>
          );
        })}
      </g>
    </svg>
  );
}

function middle(place: { start: number; end: number }): number {
  return (place.start + place.end) / 2;
}

function items_of(contig: ContigWithClusters, x: (position: number) => number) {
  const enlarged = new Set(contig.clusters.flatMap((cluster) => cluster.genes));
  const alone = contig.genes.filter((gene) => !enlarged.has(gene));
  const items = [
    ...contig.clusters.map((cluster) => ({
      item: { cluster } as Item,
      x: x(middle(cluster)),
      text_width: text_width(cluster.letter) + 10,
    })),
    ...alone.map((gene) => ({
      item: { gene } as Item,
      x: x(middle(gene)),
      text_width: text_width(gene.label),
    })),
  ];
  return items.sort((a, b) => a.x - b.x);
}

interface ClusterMarkProps {
  cluster: Cluster;
  x: (position: number) => number;
  text_x: number;
  y: number;
  line: number;
}

function ClusterMark({ cluster, x, text_x, y, line }: ClusterMarkProps) {
  const from = x(cluster.start);
  const span = Math.max(4, x(cluster.end) - from);
  return (
    <g className="gene-map-cluster" aria-hidden="true">
      <rect x={from} y={line - 7} width={span} height={14} />
      <circle cx={text_x} cy={y - 4} r={8.5} />
      <text x={text_x} y={y}>
        {cluster.letter}
      </text>
    </g>
  );
}

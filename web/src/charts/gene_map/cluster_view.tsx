// A group of close genes to scale: arrows along the strand, names above, positions below.
import { useTexts } from "../../i18n/use_texts";
import type { GeneControl } from "./gene_map";
import { GeneMark } from "./gene_mark";
import type { MapGene } from "./genes";
import { arrow_path, axis_steps, place_labels, scale, text_width, type Cluster } from "./layout";
import { Leads, Ticks } from "./parts";

const row_height = 17;
const arrow_height = 20;
const side = 36; // room for the letter

export function ClusterView({
  cluster,
  width,
  control,
}: {
  cluster: Cluster;
  width: number;
  control: GeneControl;
}) {
  const { format } = useTexts();
  const inner = width - side - 12;
  const x = scale(cluster.start, cluster.end, inner);
  const middle = (gene: MapGene) => (x(gene.start) + x(gene.end + 1)) / 2;
  const labels = place_labels(
    cluster.genes.map((gene) => ({
      item: gene,
      x: middle(gene),
      text_width: text_width(gene.label),
    })),
    inner,
  );
  const rows = Math.max(...labels.map((label) => label.row)) + 1;
  const line = rows * row_height + 16;
  const label_y = (row: number) => line - 18 - row * row_height;
  return (
    <svg
      width={width}
      height={line + 46}
      className="gene-map-svg gene-map-zoom"
      role="presentation"
    >
      <g className="gene-map-cluster" aria-hidden="true">
        <circle cx={14} cy={line} r={10} />
        <text x={14} y={line + 4}>
          {cluster.letter}
        </text>
      </g>
      <g transform={`translate(${side} 0)`}>
        <path className="gene-map-axis" d={`M0 ${line}H${inner}`} />
        <Ticks
          steps={axis_steps(cluster.start, cluster.end, width > 600 ? 8 : 3)}
          x={x}
          y={line + 15}
          name={format.number}
        />
        <Leads
          lines={labels.map(({ item: gene, x: text_x, row }) => [
            text_x,
            label_y(row),
            middle(gene),
            line - arrow_height / 2,
          ])}
        />
        {labels.map(({ item: gene, x: text_x, row }) => {
          const y = label_y(row);
          return (
            <GeneMark key={gene.id} gene={gene} control={control}>
              <path
                className="gene-shape"
                d={arrow_path(x(gene.start), x(gene.end + 1), line, arrow_height, gene.strand)}
              />
              <text x={text_x} y={y}>
                {gene.label}
              </text>
            </GeneMark>
          );
        })}
      </g>
    </svg>
  );
}

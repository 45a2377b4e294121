// Parts that both views of the gene map draw: axis ticks, and lines from labels to genes.
interface TicksProps {
  steps: number[];
  x: (position: number) => number;
  y: number;
  name: (position: number) => string;
}

export function Ticks({ steps, x, y, name }: TicksProps) {
  return (
    <g className="gene-map-ticks" aria-hidden="true">
      {steps.map((at) => (
        <g key={at}>
          <path d={`M${x(at)} ${y}v5`} />
          <text x={x(at)} y={y + 17}>
            {name(at)}
          </text>
        </g>
      ))}
    </g>
  );
}

// From below a label to its gene: x1, y1, x2, y2. Drawn before the labels, so that no line crosses a text.
export function Leads({ lines }: { lines: number[][] }) {
  return (
    <g aria-hidden="true">
      {lines.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0], index) => (
        <path key={index} className="gene-map-lead" d={`M${x1} ${y1 + 3}L${x2} ${y2}`} />
      ))}
    </g>
  );
}

// Mean quality of the first, second ... base of the reads, one line per mate.
import { PlotFrame, plot } from "./plot_frame";
import { linear_scale, tight_scale } from "./plot_scale";

export interface QualityLine {
  name: string;
  values: number[]; // Phred, by cycle
}

interface Props {
  lines: QualityLine[];
  label: string;
  x_name: string;
  y_name: string;
  format: (value: number) => string;
}

export function QualityPlot({ lines, label, x_name, y_name, format }: Props) {
  const { width, height, left, right, top, bottom } = plot;
  const cycles = Math.max(1, ...lines.map(({ values }) => values.length));
  const best = Math.max(1, ...lines.flatMap(({ values }) => values));
  const x = tight_scale(cycles, left, width - right);
  const y = linear_scale(best, height - bottom, top);
  const path = (values: number[]) =>
    values.map((value, i) => `${i === 0 ? "M" : "L"}${x.at(i + 1)} ${y.at(value)}`).join("");
  return (
    <>
      <ul className="plot-legend" aria-hidden="true">
        {lines.map(({ name }, i) => (
          <li key={name}>
            <svg width={32} height={8}>
              <path className={`plot-line plot-line-${i % 3}`} d="M0 4H32" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <PlotFrame label={label} x_name={x_name} y_name={y_name} x={x} y={y} format={format}>
        {lines.map(({ name, values }, i) => (
          <path key={name} className={`plot-line plot-line-${i % 3}`} d={path(values)} />
        ))}
      </PlotFrame>
    </>
  );
}

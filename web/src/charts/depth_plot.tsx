// Depth of loci in the order of their contigs, one bar each, with a line at that of a single copy.
import { PlotFrame, plot } from "./plot_frame";
import { linear_scale } from "./plot_scale";

export interface DepthBar {
  name: string;
  depth: number;
  single_copy: boolean;
}

interface Props {
  bars: DepthBar[];
  single_copy_depth: number | null;
  label: string;
  x_name: string;
  y_name: string;
  format: (value: number) => string;
}

export function DepthPlot({ bars, single_copy_depth, label, x_name, y_name, format }: Props) {
  const { width, height, left, right, top, bottom } = plot;
  const most = Math.max(1, single_copy_depth ?? 0, ...bars.map(({ depth }) => depth));
  const y = linear_scale(most, height - bottom, top);
  const step = (width - left - right) / Math.max(1, bars.length);
  return (
    <PlotFrame label={label} x_name={x_name} y_name={y_name} y={y} format={format}>
      {bars.map(({ name, depth, single_copy }, i) => (
        <rect
          key={`${name}-${i}`}
          className={single_copy ? "plot-bar" : "plot-bar-other"}
          x={left + i * step + step * 0.1}
          y={y.at(depth)}
          width={step * 0.8}
          height={height - bottom - y.at(depth)}
        >
          <title>{`${name}: ${format(depth)}×`}</title>
        </rect>
      ))}
      {single_copy_depth !== null && (
        <line
          className="plot-mark"
          x1={left}
          x2={width - right}
          y1={y.at(single_copy_depth)}
          y2={y.at(single_copy_depth)}
        />
      )}
    </PlotFrame>
  );
}

// The frame of a plot: axes with ticks and names; the curve or bars are its children.
import type { ReactNode } from "react";
import "./plot.css";
import type { Scale } from "./plot_scale";

export const plot = { width: 640, height: 240, left: 56, right: 16, top: 12, bottom: 46 };

interface Props {
  label: string; // what a screen reader says of the drawing; the numbers are in its table
  x_name: string;
  y_name: string;
  x?: Scale; // without ticks if left out
  y: Scale;
  format: (value: number) => string;
  children: ReactNode;
}

export function PlotFrame({ label, x_name, y_name, x, y, format, children }: Props) {
  const { width, height, left, right, top, bottom } = plot;
  const base = height - bottom;
  return (
    <svg className="plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line
            className="plot-grid"
            x1={left}
            x2={width - right}
            y1={y.at(tick)}
            y2={y.at(tick)}
          />
          <text className="plot-text plot-end" x={left - 6} y={y.at(tick) + 4}>
            {format(tick)}
          </text>
        </g>
      ))}
      {x?.ticks.map((tick) => (
        <text key={tick} className="plot-text plot-middle" x={x.at(tick)} y={base + 18}>
          {format(tick)}
        </text>
      ))}
      {children}
      <path className="plot-axis" d={`M${left} ${top}V${base}H${width - right}`} />
      <text className="plot-text plot-middle" x={(left + width - right) / 2} y={height - 6}>
        {x_name}
      </text>
      <text
        className="plot-text plot-middle"
        transform={`translate(12 ${(top + base) / 2}) rotate(-90)`}
      >
        {y_name}
      </text>
    </svg>
  );
}

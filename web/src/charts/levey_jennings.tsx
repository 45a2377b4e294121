// A Levey-Jennings chart: results of a control strain by day, with range, centre, and what is out or breaks a run rule.
import type { QcPoint, QcSeries } from "../api/quality_control";
import "./levey_jennings.css";
import { levey_scale, value_at } from "./levey_scale";
import { plot } from "./plot_frame";

interface Props {
  series: QcSeries;
  label: string; // what a screen reader says; the numbers are in the table below
  y_name: string;
  day: (iso: string) => string;
  measured: (text: string) => string;
}

const step = 16; // between two results, at least
const height = 280;

export function LeveyJennings({ series, label, y_name, day, measured }: Props) {
  const { left, right, top, bottom } = plot;
  const { points } = series;
  const width = Math.max(plot.width, left + right + points.length * step);
  const base = height - bottom;
  const limits = [series.low, series.high, series.centre_low, series.centre_high];
  const places = [...points.map(({ place }) => place), ...limits.filter((one) => one !== null)];
  const y = levey_scale(places, series.scale, base, top);
  const x = (i: number) => left + ((i + 0.5) / points.length) * (width - left - right);
  const named = Math.max(1, Math.ceil(points.length / Math.floor((width - left) / 90)));
  const low = series.low ?? (y.ticks[0] as number);
  return (
    <svg
      className="levey"
      viewBox={`0 0 ${width} ${height}`}
      style={{ minInlineSize: width > plot.width ? width : undefined }}
      role="img"
      aria-label={label}
    >
      {series.high !== null && (
        <rect
          className="levey-range"
          x={left}
          width={width - left - right}
          y={y.at(series.high)}
          height={y.at(low) - y.at(series.high)}
        />
      )}
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
            {measured(value_at(tick, series.scale))}
          </text>
        </g>
      ))}
      {[series.low, series.high].map(
        (limit) =>
          limit !== null && (
            <line
              key={limit}
              className="levey-limit"
              x1={left}
              x2={width - right}
              y1={y.at(limit)}
              y2={y.at(limit)}
            />
          ),
      )}
      {series.centre_low !== null && series.centre_high !== null && (
        <line
          className="levey-centre"
          x1={left}
          x2={width - right}
          y1={y.at((series.centre_low + series.centre_high) / 2)}
          y2={y.at((series.centre_low + series.centre_high) / 2)}
        />
      )}
      <path
        className="levey-line"
        d={points.map(({ place }, i) => `${i === 0 ? "M" : "L"}${x(i)} ${y.at(place)}`).join("")}
      />
      {points.map((point, i) => (
        <g key={point.result}>
          <title>{`${day(point.day)}: ${measured(point.text)}`}</title>
          <PointMark point={point} x={x(i)} y={y.at(point.place)} />
          {i % named === 0 && (
            <text className="plot-text plot-middle" x={x(i)} y={base + 18}>
              {day(point.day)}
            </text>
          )}
        </g>
      ))}
      <path className="plot-axis" d={`M${left} ${top}V${base}H${width - right}`} />
      <text
        className="plot-text plot-middle"
        transform={`translate(12 ${(top + base) / 2}) rotate(-90)`}
      >
        {y_name}
      </text>
    </svg>
  );
}

// Shapes differ as well as colours: a dot in range, a cross out of it, a ring left open by its sign, a frame around what breaks a run rule.
export function PointMark({
  point,
  x,
  y,
}: {
  point: Pick<QcPoint, "state" | "rules">;
  x: number;
  y: number;
}) {
  const warned = point.rules.some((rule) => rule !== "outside");
  return (
    <>
      {warned && <rect className="levey-warned" x={x - 8} y={y - 8} width={16} height={16} />}
      {point.state === "out" ? (
        <path className="levey-out" d={`M${x - 5} ${y - 5}l10 10m0 -10l-10 10`} />
      ) : (
        <circle className={`levey-${point.state}`} cx={x} cy={y} r={4} />
      )}
    </>
  );
}

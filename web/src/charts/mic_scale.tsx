// One measurement on its scale: bands S, I, R, the ECOFF and the value. The numbers stand beside it.
import type { Measurement } from "../api/types";
import { mic_axis, zone_axis, type Axis } from "./mic_axis";
import "./mic_scale.css";

const width = 150;
const height = 26;
const base = 15;

export function MicScale({ measurement }: { measurement: Measurement }) {
  const axis = measurement.unit === "mm" ? zone_axis() : mic_axis();
  const breakpoint = measurement.interpretation?.breakpoint;
  const ecoff = measurement.interpretation?.ecoff;
  const value_x = axis.position(measurement.value) * width;
  // A band's letter needs room, and gives way to the value.
  const shows_letter = (x: number, space: number) => space > 14 && Math.abs(x - value_x) > 22;
  const bands = breakpoint ? axis.bands(breakpoint.s, breakpoint.r) : [];
  return (
    <svg
      className="mic-scale"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <rect className="mic-empty" x={0} y={base - 6} width={width} height={12} />
      {bands.map(({ category, from, to }) => (
        <g key={category}>
          <rect
            className={`mic-${category}`}
            x={from * width}
            y={base - 6}
            width={(to - from) * width}
            height={12}
          />
          {shows_letter(((from + to) / 2) * width, (to - from) * width) && (
            <text
              x={((from + to) / 2) * width}
              y={base + 3.5}
              className={`mic-letter mic-letter-${category}`}
            >
              {category}
            </text>
          )}
        </g>
      ))}
      {ecoff != null && <Ecoff x={axis.position(ecoff) * width} />}
      <Value axis={axis} measurement={measurement} />
    </svg>
  );
}

function Ecoff({ x }: { x: number }) {
  return <path className="mic-ecoff" d={`M${x - 4} 1h8l-4 6z`} />;
}

// A dot; a censored value gets an arrow towards where the true value lies.
function Value({ axis, measurement: { value, sign } }: { axis: Axis; measurement: Measurement }) {
  const x = Math.min(width - 7, Math.max(7, axis.position(value) * width));
  const direction = sign.startsWith("<") ? -1 : sign.startsWith(">") ? 1 : 0;
  return (
    <g className="mic-value">
      {direction !== 0 && (
        <path
          d={`M${x} ${base}h${direction * 16}m${-direction * 5} -4l${direction * 5} 4l${-direction * 5} 4`}
        />
      )}
      <circle cx={x} cy={base} r={5} />
    </g>
  );
}

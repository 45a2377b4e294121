// One measurement on its scale: ranges S, I and R, uncertain area, ECOFF, and the value or the range its sign leaves.
import { useId } from "react";
import type { Interpretation } from "../api/types";
import { useTexts } from "../i18n/use_texts";
import { mic_axis, zone_axis, type Axis, type Band, type Span, type Stretch } from "./mic_axis";
import "./mic_strip.css";
import { strip_title, strip_words, type StripValue } from "./strip_words";

const width = 210;
const height = 44;
const top = 11; // of the bands
const thickness = 15;
const middle = top + thickness / 2;

interface Props {
  value: StripValue;
  reading: Interpretation | null;
}

export function MicStrip({ value, reading }: Props) {
  const texts = useTexts();
  const id = useId();
  const axis = value.unit === "mm" ? zone_axis() : mic_axis();
  const breakpoint = reading?.breakpoint;
  const span = axis.span(value.sign, value.value);
  const uncertain = breakpoint ? axis.uncertain(breakpoint.atu) : null;
  return (
    <svg
      className="mic-strip"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}desc`}
    >
      <title id={`${id}title`}>{strip_title(value, texts)}</title>
      <desc id={`${id}desc`}>{strip_words(value, reading, texts)}</desc>
      <rect className="mic-empty" x={0} y={top} width={width} height={thickness} />
      {breakpoint &&
        axis
          .bands(breakpoint.s, breakpoint.r)
          .map((band) => <BandOf key={band.category} band={band} span={span} />)}
      {uncertain && <Uncertain stretch={uncertain} pattern={`${id}atu`} />}
      <Ticks axis={axis} />
      {reading?.ecoff != null && <Ecoff x={axis.position(reading.ecoff) * width} />}
      <Value span={span} />
    </svg>
  );
}

// A band's letter needs room, and gives way to the value.
function BandOf({ band: { category, from, to }, span }: { band: Band; span: Span }) {
  const [x, room] = [((from + to) / 2) * width, (to - from) * width];
  const free = x < span.from * width - 12 || x > span.to * width + 12;
  return (
    <>
      <rect
        className={`mic-${category}`}
        x={from * width}
        y={top}
        width={room}
        height={thickness}
      />
      {room > 14 && free && (
        <text x={x} y={middle + 3.5} className="mic-letter">
          {category}
        </text>
      )}
    </>
  );
}

function Uncertain({ stretch: { from, to }, pattern }: { stretch: Stretch; pattern: string }) {
  return (
    <>
      <pattern id={pattern} width={4} height={4} patternUnits="userSpaceOnUse">
        <path className="mic-atu" d="M0 4L4 0" />
      </pattern>
      <rect
        x={from * width}
        y={top}
        width={(to - from) * width}
        height={thickness}
        fill={`url(#${pattern})`}
      />
    </>
  );
}

function Ticks({ axis }: { axis: Axis }) {
  const { format } = useTexts();
  const below = top + thickness;
  return (
    <>
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <line
            className="mic-tick"
            x1={axis.position(tick) * width}
            x2={axis.position(tick) * width}
            y1={below}
            y2={below + 4}
          />
          <text className="mic-number" x={axis.position(tick) * width} y={below + 14}>
            {format.measured(String(tick))}
          </text>
        </g>
      ))}
    </>
  );
}

function Ecoff({ x }: { x: number }) {
  return (
    <g className="mic-ecoff">
      <path d={`M${x - 4.5} 2h9l-4.5 7z`} />
      <line x1={x} x2={x} y1={9} y2={top + thickness} />
    </g>
  );
}

// A dot; a censored value is a bar whose end towards the unknown is left open.
function Value({ span }: { span: Span }) {
  if (span.point) {
    const x = Math.min(width - 6, Math.max(6, span.from * width));
    return (
      <g className="mic-value">
        <circle cx={x} cy={middle} r={5.5} />
      </g>
    );
  }
  const [known, unknown] = span.open === "from" ? [span.to, span.from] : [span.from, span.to];
  return (
    <g className="mic-value">
      <path
        d={`M${unknown * width} ${top + 3}H${known * width}V${top + thickness - 3}H${unknown * width}`}
      />
    </g>
  );
}

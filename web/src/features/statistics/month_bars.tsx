// The mean of every month as a bar against the target; the table below says the same in numbers.
import type { TurnaroundRow } from "../../api/statistics";
import { useTexts } from "../../i18n/use_texts";

const height = 160;
const bar = 34;
const gap = 14;
const margin = { left: 40, right: 12, top: 12, bottom: 40 };

export function MonthBars({ rows, target }: { rows: TurnaroundRow[]; target: number }) {
  const { t, format } = useTexts();
  const most = Math.max(target * 1.25, ...rows.map(({ mean_days }) => mean_days));
  const inner = Math.max(rows.length * (bar + gap), 160);
  const width = margin.left + inner + margin.right;
  const y = (days: number) => margin.top + height * (1 - days / most);
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t("statistics.chart")}>
      <svg
        width={width}
        height={margin.top + height + margin.bottom}
        role="img"
        aria-label={t("statistics.chart_of", { count: rows.length, target })}
        className="month-bars"
      >
        <line x1={margin.left} x2={width - margin.right} y1={y(0)} y2={y(0)} className="axis" />
        {rows.map((row, i) => {
          const x = margin.left + i * (bar + gap) + gap / 2;
          return (
            <g key={row.name}>
              <rect
                x={x}
                width={bar}
                y={y(row.mean_days)}
                height={y(0) - y(row.mean_days)}
                className={row.mean_days > target ? "over" : "within"}
              />
              <text x={x + bar / 2} y={y(row.mean_days) - 3} textAnchor="middle">
                {format.number(row.mean_days, 1)}
              </text>
              <text x={x + bar / 2} y={y(0) + 15} textAnchor="middle">
                {row.name.slice(5)}
              </text>
              <text x={x + bar / 2} y={y(0) + 30} textAnchor="middle" className="year">
                {row.name.slice(0, 4)}
              </text>
            </g>
          );
        })}
        <line
          x1={margin.left}
          x2={width - margin.right}
          y1={y(target)}
          y2={y(target)}
          className="target"
        />
        <text x={margin.left - 6} y={y(target) + 4} textAnchor="end">
          {t("statistics.target_mark", { target })}
        </text>
      </svg>
    </div>
  );
}

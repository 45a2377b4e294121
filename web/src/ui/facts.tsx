// Names and values; those without a value are left out.
import type { ReactNode } from "react";

export function Facts({ rows }: { rows: [string, ReactNode][] }) {
  const filled = rows.filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return (
    <dl className="facts">
      {filled.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

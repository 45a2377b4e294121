// The picture of a box: a grid of positions to walk with the arrow keys; each says in words what stands there.
import { useRef, useState, type KeyboardEvent } from "react";
import type { PlaceDetail, Position } from "../../api/bank";
import { useTexts } from "../../i18n/use_texts";
import { moved } from "./grid_move";

interface Props {
  box: PlaceDetail;
  thaw_limit: number;
  chosen: string[]; // names of positions
  choose: (position: Position) => void;
}

export function BoxGrid({ box, thaw_limit, chosen, choose }: Props) {
  const { t } = useTexts();
  const columns = box.columns ?? 1;
  const grid = useRef<HTMLTableElement>(null);
  const [at, set_at] = useState(0);
  const rows = Array.from({ length: box.rows ?? 0 }, (_, row) =>
    box.contents.slice(row * columns, (row + 1) * columns),
  );

  const walk = (event: KeyboardEvent) => {
    const next = moved(event.key, at, columns, box.contents.length);
    if (next === null) return;
    event.preventDefault();
    set_at(next);
    grid.current?.querySelectorAll("button")[next]?.focus();
  };

  return (
    <>
      <div className="scroll">
        <table
          ref={grid}
          role="grid"
          className="box-grid"
          aria-label={t("bank.grid", { name: box.path })}
          onKeyDown={walk}
        >
          <tbody>
            {rows.map((positions, row) => (
              <tr key={row}>
                {positions.map((position, column) => (
                  <Cell
                    key={position.name}
                    position={position}
                    thaw_limit={thaw_limit}
                    reachable={row * columns + column === at}
                    chosen={chosen.includes(position.name)}
                    choose={() => {
                      set_at(row * columns + column);
                      choose(position);
                    }}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="box-legend">
        <span>{t("bank.count_vials", { count: box.vials })}</span>
        <span>{t("bank.count_free", { count: box.positions - box.vials })}</span>
        <span>{t("bank.grid_help")}</span>
      </p>
    </>
  );
}

interface CellProps {
  position: Position;
  thaw_limit: number;
  reachable: boolean; // by the tab key: one cell of the grid is
  chosen: boolean;
  choose: () => void;
}

function Cell({ position, thaw_limit, reachable, chosen, choose }: CellProps) {
  const { t, format } = useTexts();
  const { name, vial } = position;
  const worn = vial !== null && vial.thaws >= thaw_limit;
  const label = vial
    ? t("bank.taken", {
        position: name,
        code: vial.code,
        species: vial.species || vial.accession,
        thaws: vial.thaws,
        person: vial.placed_by,
        day: format.day(vial.placed),
      })
    : t("bank.free", { position: name });
  return (
    <td role="gridcell">
      <button
        type="button"
        className={vial ? (worn ? "taken worn" : "taken") : undefined}
        tabIndex={reachable ? 0 : -1}
        aria-label={label}
        aria-pressed={chosen}
        title={label}
        onClick={choose}
      >
        <b>{name}</b>
        <span>{vial ? vial.strain.slice(0, -2) : chosen ? "✓" : "–"}</span>
        {worn && <span>{t("bank.thaws_short", { count: vial.thaws })}</span>}
      </button>
    </td>
  );
}

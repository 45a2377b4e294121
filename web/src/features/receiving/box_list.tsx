// Which box is being unpacked, or none.
import type { ShipmentHead } from "../../api/intake";
import { useTexts } from "../../i18n/use_texts";
import "../../ui/chips.css";

interface Props {
  boxes: ShipmentHead[];
  chosen: number | null;
  choose: (id: number | null) => void;
}

export function BoxList({ boxes, chosen, choose }: Props) {
  const { t } = useTexts();
  const shown = boxes.filter((box) => !box.closed || box.id === chosen);
  return (
    <div role="group" aria-label={t("receiving.boxes")} className="chips receiving-boxes">
      <button type="button" aria-pressed={chosen === null} onClick={() => choose(null)}>
        {t("receiving.no_box")}
      </button>
      {shown.map((box) => (
        <button
          key={box.id}
          type="button"
          aria-pressed={box.id === chosen}
          onClick={() => choose(box.id)}
        >
          {box.laboratory} {box.box} <span>{t("receiving.tubes", { count: box.tube_count })}</span>
        </button>
      ))}
    </div>
  );
}

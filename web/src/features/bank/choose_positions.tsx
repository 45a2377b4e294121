// Chooses positions for vials: a box from the list, then its free positions on the picture.
import { useState } from "react";
import { places, type NewSpot, type PlaceDetail } from "../../api/bank";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { Choice } from "../../ui/choice";
import { ErrorPanel } from "../../ui/error_panel";
import { BoxGrid } from "./box_grid";

interface Props {
  spots: NewSpot[];
  choose: (spots: NewSpot[]) => void;
}

export function ChoosePositions({ spots, choose }: Props) {
  const { t } = useTexts();
  const all = useResource("places", places.all);
  const [box, set_box] = useState("");
  const boxes = (all.data?.items ?? []).filter((place) => place.kind === "box");
  return (
    <div className="bank-form">
      {all.error !== null && <ErrorPanel error={all.error} retry={all.reload} />}
      {all.data && boxes.length === 0 && <p className="bank-hint">{t("bank.no_boxes")}</p>}
      <Choice
        label={t("bank.box")}
        value={box}
        options={[
          ["", t("bank.choose_box")],
          ...boxes.map((place): [string, string] => [
            String(place.id),
            `${place.path} (${t("bank.of_positions", { vials: place.vials, positions: place.positions })})`,
          ]),
        ]}
        choose={set_box}
      />
      {box && <Picture key={box} id={Number(box)} spots={spots} choose={choose} />}
      <p role="status" className="bank-hint">
        {t("bank.chosen", { count: spots.length })}
        {spots.length > 0 && `: ${spots.map((spot) => spot.position).join(", ")}`}
      </p>
    </div>
  );
}

function Picture({ id, spots, choose }: Props & { id: number }) {
  const box = useResource(`place ${id}`, () => places.get(id));
  if (box.error !== null) return <ErrorPanel error={box.error} retry={box.reload} />;
  if (!box.data) return null;
  const chosen = spots.filter((spot) => spot.box === id).map((spot) => spot.position);
  const toggle = (position: PlaceDetail["contents"][number]) => {
    if (position.vial) return;
    const others = spots.filter((spot) => spot.box !== id || spot.position !== position.name);
    choose(
      others.length < spots.length ? others : [...spots, { box: id, position: position.name }],
    );
  };
  return <BoxGrid box={box.data} thaw_limit={Infinity} chosen={chosen} choose={toggle} />;
}

// One place: the picture of a box, or what stands in it; its events and what can be done.
import { useState } from "react";
import { Link, useParams } from "react-router-dom";
import { bank, places, type PlaceDetail, type Position } from "../../api/bank";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Facts } from "../../ui/facts";
import { Loading } from "../../ui/loading";
import { Mark } from "../../ui/mark";
import { Section } from "../../ui/section";
import { AddPlace } from "./add_place";
import { BankFrame } from "./bank_frame";
import { BoxGrid } from "./box_grid";
import { PlaceActions } from "./place_actions";
import { PlaceEvents } from "./place_events";

export default function PlacePage() {
  const { id = "" } = useParams();
  const { t, code } = useTexts();
  const place = useResource(`place ${id}`, () => places.get(Number(id)));
  const all = useResource("places", places.all);
  const reload = () => {
    place.reload();
    all.reload();
  };
  if (place.error !== null && !place.data)
    return <ErrorPanel error={place.error} retry={place.reload} />;
  if (!place.data) return <Loading />;
  const { data } = place;
  const way = data.way
    .filter((step) => step.id !== data.id)
    .map((step): [string, string] => [`/bank/places/${step.id}`, step.name]);
  return (
    <BankFrame title={data.name} way={way} aside={<Mark>{code("place_kind", data.kind)}</Mark>}>
      {all.error !== null && <ErrorPanel error={all.error} retry={all.reload} />}
      <PlaceActions place={data} all={all.data?.items ?? []} done={reload} />
      {data.kind === "box" ? (
        <BoxSection box={data} />
      ) : (
        <Section
          id="within"
          title={t("bank.within")}
          aside={
            <span className="bank-actions">
              <AddPlace parent={data} done={reload} />
            </span>
          }
        >
          {all.data ? <Within place={data} all={all.data.items} /> : all.loading && <Loading />}
        </Section>
      )}
      <PlaceEvents events={data.events} />
    </BankFrame>
  );
}

function Within({
  place,
  all,
}: {
  place: PlaceDetail;
  all: { id: number; parent: number | null; name: string; vials: number }[];
}) {
  const { t } = useTexts();
  const children = all.filter((other) => other.parent === place.id);
  if (children.length === 0) return <p className="bank-hint">{t("bank.nothing_within")}</p>;
  return (
    <ul className="bank-tree">
      {children.map((child) => (
        <li key={child.id}>
          <div>
            <Link to={`/bank/places/${child.id}`}>{child.name}</Link>
            <span className="bank-kind">{t("bank.count_vials", { count: child.vials })}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function BoxSection({ box }: { box: PlaceDetail }) {
  const { t } = useTexts();
  const rules = useResource("bank rules", bank.rules);
  const [shown, set_shown] = useState<Position | null>(null);
  return (
    <Section id="box" title={t("bank.picture")}>
      {rules.error !== null && <ErrorPanel error={rules.error} retry={rules.reload} />}
      <BoxGrid
        box={box}
        thaw_limit={rules.data?.thaw_limit ?? Infinity}
        chosen={shown ? [shown.name] : []}
        choose={set_shown}
      />
      <div role="status">{shown && <ShownPosition position={shown} />}</div>
    </Section>
  );
}

function ShownPosition({ position }: { position: Position }) {
  const { t, format } = useTexts();
  const { vial } = position;
  if (!vial) return <p>{t("bank.free", { position: position.name })}</p>;
  return (
    <Facts
      rows={[
        [t("bank.position"), position.name],
        [t("bank.vial"), vial.code],
        [t("bank.strain"), <Link to={`/bank/strains/${vial.strain}`}>{vial.strain}</Link>],
        [t("bank.isolate"), <Link to={`/isolates/${vial.accession}`}>{vial.accession}</Link>],
        [t("bank.species"), vial.species && <em>{vial.species}</em>],
        [t("bank.thaws"), String(vial.thaws)],
        [t("bank.placed"), `${format.moment(vial.placed)}, ${vial.placed_by}`],
      ]}
    />
  );
}

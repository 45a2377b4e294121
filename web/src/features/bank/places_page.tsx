// Freezers and boxes: the tree of places with how much stands in each.
import { Link } from "react-router-dom";
import { places } from "../../api/bank";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { Loading } from "../../ui/loading";
import { Section } from "../../ui/section";
import { AddPlace } from "./add_place";
import { BankFrame } from "./bank_frame";
import { tree_of, type Branch } from "./tree";

export default function PlacesPage() {
  const { t } = useTexts();
  const all = useResource("places", places.all);
  const tree = all.data ? tree_of(all.data.items) : [];
  return (
    <BankFrame title={t("bank.title")}>
      <Section
        id="places"
        title={t("bank.page.places")}
        aside={
          <span className="bank-actions">
            <AddPlace parent={null} done={all.reload} />
          </span>
        }
      >
        {all.error !== null && <ErrorPanel error={all.error} retry={all.reload} />}
        {!all.data && all.error === null && <Loading />}
        {all.data && tree.length === 0 && <p className="bank-hint">{t("bank.no_places")}</p>}
        <Branches branches={tree} top />
      </Section>
    </BankFrame>
  );
}

function Branches({ branches, top = false }: { branches: Branch[]; top?: boolean }) {
  const { t, code } = useTexts();
  if (branches.length === 0) return null;
  return (
    <ul className={top ? "bank-tree" : undefined}>
      {branches.map(({ place, children }) => (
        <li key={place.id}>
          <div>
            <Link to={`/bank/places/${place.id}`}>{place.name}</Link>
            <span className="bank-kind">
              {code("place_kind", place.kind)}
              {place.kind === "box"
                ? ` · ${t("bank.of_positions", { vials: place.vials, positions: place.positions })}`
                : ` · ${t("bank.count_vials", { count: place.vials })}`}
            </span>
          </div>
          <Branches branches={children} />
        </li>
      ))}
    </ul>
  );
}

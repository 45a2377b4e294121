// What can be done with a place: print its list, move it, note an event.
import { places, type PlaceDetail, type StoragePlace } from "../../api/bank";
import { useTexts } from "../../i18n/use_texts";
import { FormDialog } from "./form_dialog";
import { kinds_within } from "./tree";

const kinds = ["temperature_alarm", "failure", "defrosted", "remark"] as const;

interface Props {
  place: PlaceDetail;
  all: StoragePlace[];
  done: () => void;
}

export function PlaceActions({ place, all, done }: Props) {
  const { t, code, language } = useTexts();
  const targets = all.filter(
    (other) => kinds_within(other.kind).includes(place.kind) && other.id !== place.parent,
  );
  return (
    <div className="bank-actions">
      <a href={places.shelf_list_url(place.id, language)} target="_blank" rel="noreferrer">
        {t("bank.shelf_list")} (PDF)
      </a>
      <FormDialog
        label={t("bank.note_event")}
        fields={[
          {
            name: "kind",
            label: t("bank.event"),
            type: "select",
            options: kinds.map((kind) => [kind, code("storage_event", kind)]),
          },
          {
            name: "celsius",
            label: t("bank.celsius"),
            type: "number",
            step: "0.1",
            hint: t("bank.celsius_hint"),
          },
          { name: "minutes", label: t("bank.minutes"), type: "number", min: 0 },
          { name: "comment", label: t("bank.comment"), type: "area" },
        ]}
        submit={(values) =>
          places.note(place.id, {
            kind: values.text("kind") as (typeof kinds)[number],
            celsius: values.number("celsius"),
            minutes: values.number("minutes"),
            comment: values.text("comment"),
          })
        }
        done={done}
      />
      {place.kind !== "site" && targets.length > 0 && (
        <FormDialog
          label={t("bank.move_place")}
          about={t("bank.move_about")}
          fields={[
            {
              name: "to",
              label: t("bank.to"),
              type: "select",
              options: targets.map((other) => [String(other.id), other.path]),
            },
            { name: "comment", label: t("bank.why"), type: "area" },
          ]}
          submit={(values) =>
            places.move(place.id, {
              to: values.number("to") ?? 0,
              comment: values.text("comment"),
            })
          }
          done={done}
        />
      )}
    </div>
  );
}

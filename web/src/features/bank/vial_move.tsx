// Moves a vial: a box, then the position as it stands on the lid.
import { places, strains, type Vial } from "../../api/bank";
import { useResource } from "../../api/use_resource";
import { useTexts } from "../../i18n/use_texts";
import { ErrorPanel } from "../../ui/error_panel";
import { FormDialog } from "./form_dialog";

export function VialMove({ vial, done }: { vial: Vial; done: () => void }) {
  const { t } = useTexts();
  const all = useResource("places", places.all);
  if (all.error !== null) return <ErrorPanel error={all.error} retry={all.reload} />;
  if (!all.data) return null; // the form must know the box the vial stands in
  const boxes = all.data.items.filter((place) => place.kind === "box");
  return (
    <FormDialog
      label={t("bank.move")}
      about={t("bank.move_vial_about", { code: vial.code })}
      fields={[
        {
          name: "box",
          label: t("bank.box"),
          type: "select",
          initial: String(vial.spot?.box ?? ""),
          options: boxes.map((box) => [String(box.id), box.path]),
        },
        { name: "position", label: t("bank.position"), required: true },
        { name: "comment", label: t("bank.why"), type: "area" },
      ]}
      submit={(values) =>
        strains.move_vial(vial.code, {
          kind: "moved",
          to: { box: values.number("box") ?? 0, position: values.text("position") },
          comment: values.text("comment"),
        })
      }
      done={done}
    />
  );
}

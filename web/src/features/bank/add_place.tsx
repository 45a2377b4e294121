// The form that makes a place; a box has a geometry.
import { places, type StoragePlace } from "../../api/bank";
import { useTexts } from "../../i18n/use_texts";
import type { Field } from "./fields";
import { FormDialog } from "./form_dialog";
import { kinds_within } from "./tree";

export function AddPlace({ parent, done }: { parent: StoragePlace | null; done: () => void }) {
  const { t, code } = useTexts();
  const kinds = kinds_within(parent?.kind ?? null);
  return (
    <>
      {kinds.map((kind) => (
        <FormDialog
          key={kind}
          label={t(`bank.add_place.${kind}`)}
          fields={kind === "box" ? [name_field(), ...box_fields()] : [name_field()]}
          submit={(values) =>
            places.add({
              kind,
              name: values.text("name"),
              ...(parent && { parent: parent.id }),
              ...(kind === "box" && {
                rows: values.number("rows"),
                columns: values.number("columns"),
                numbering: values.text("numbering") as StoragePlace["numbering"],
              }),
            })
          }
          done={done}
        />
      ))}
    </>
  );

  function name_field(): Field {
    return { name: "name", label: t("bank.name"), required: true };
  }
  function box_fields(): Field[] {
    const side = { type: "number", required: true, initial: "9", min: 1, max: 50 } as const;
    return [
      { name: "rows", label: t("bank.rows"), ...side },
      { name: "columns", label: t("bank.columns"), ...side },
      {
        name: "numbering",
        label: t("bank.numbering"),
        type: "select",
        options: (["letters_numbers", "row_wise", "column_wise"] as const).map((scheme) => [
          scheme,
          code("numbering", scheme),
        ]),
      },
    ];
  }
}

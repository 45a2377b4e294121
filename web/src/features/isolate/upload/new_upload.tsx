// The form that begins an upload: an assembly, a pair of reads, or one file of reads.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { uploads } from "../../../api/resources";
import type { FileRole, Upload } from "../../../api/types";
import { useTexts } from "../../../i18n/use_texts";
import { ErrorPanel } from "../../../ui/error_panel";
import { FileChoice } from "./file_choice";

const kinds = ["assembly", "pair", "reads", "reads_interleaved"] as const;
export type Kind = (typeof kinds)[number];

const roles_of = (kind: Kind): FileRole[] => (kind === "pair" ? ["reads_1", "reads_2"] : [kind]);

interface Props {
  accession: string;
  begun: (upload: Upload, files: File[]) => void;
}

export function NewUpload({ accession, begun }: Props) {
  const { t, code } = useTexts();
  const [kind, set_kind] = useState<Kind>("pair");
  const [chosen, set_chosen] = useState<Partial<Record<FileRole, File>>>({});
  const [error, set_error] = useState<unknown>(null);
  const [missing, set_missing] = useState(false);
  const roles = roles_of(kind);

  const begin = async () => {
    const files = roles.map((role) => chosen[role]);
    const all = files.every((file) => file !== undefined);
    set_missing(!all);
    set_error(null);
    if (!all) return;
    const lane = kind === "assembly" ? 0 : 1;
    const announced = files.map(({ name, size }, i) => ({ role: roles[i]!, lane, name, size }));
    try {
      begun(await uploads.begin(accession, announced), files);
      set_chosen({});
    } catch (problem) {
      set_error(problem);
    }
  };

  return (
    <form
      className="new-upload"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <fieldset>
        <legend>{t("upload.kind")}</legend>
        {kinds.map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => set_kind(one)} />{" "}
            {code("upload_kind", one)}
          </label>
        ))}
      </fieldset>
      {roles.map((role) => (
        <FileChoice
          key={role}
          label={code("file_role", role)}
          hint={t(role === "assembly" ? "upload.hint_assembly" : "upload.hint_reads")}
          choose={([file]) => set_chosen((old) => ({ ...old, [role]: file }))}
        />
      ))}
      {missing && <p role="alert">{t("upload.missing")}</p>}
      {error !== null && <ErrorPanel error={error} />}
      <Button type="submit" data-size="sm">
        {t("upload.send")}
      </Button>
    </form>
  );
}

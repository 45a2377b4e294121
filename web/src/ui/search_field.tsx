// A search field that waits for a pause in typing.
import { Search } from "@digdir/designsystemet-react";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "../i18n/use_texts";

interface Props {
  label: string;
  hint?: string; // in the empty field, where the label is too long for it
  text: string;
  onChange: (text: string) => void;
}

export function SearchField({ label, hint, text, onChange }: Props) {
  const { t } = useTexts();
  const [typed, set_typed] = useState(text);
  useEffect(() => set_typed(text), [text]);
  const latest = useRef(onChange); // what else is chosen may change while the pause lasts
  latest.current = onChange;
  useEffect(() => {
    if (typed.trim() === text) return;
    const pause = setTimeout(() => latest.current(typed.trim()), 300);
    return () => clearTimeout(pause);
  }, [typed, text]);
  return (
    <Search>
      <Search.Input
        aria-label={label}
        placeholder={hint ?? label}
        value={typed}
        onChange={(event) => set_typed(event.target.value)}
      />
      <Search.Clear aria-label={t("work_list.clear")} onClick={() => set_typed("")} />
    </Search>
  );
}

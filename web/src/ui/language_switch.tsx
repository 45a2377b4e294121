// Norwegian or English; each named in its own language.
import { choose_language } from "../i18n";
import { useTexts } from "../i18n/use_texts";

const languages = [
  { code: "nb", name: "Norsk" },
  { code: "en", name: "English" },
] as const;

export function LanguageSwitch() {
  const { t, language } = useTexts();
  return (
    <div role="group" aria-label={t("ui.language")} className="language-switch">
      {languages.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={language === code}
          onClick={() => void choose_language(code)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

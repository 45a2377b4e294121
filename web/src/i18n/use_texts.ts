// Texts, names of coded values and number formats in the chosen language.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../api/types";
import { formats } from "./format";
import type nb from "./nb.json";

// Groups of nb.json whose keys are codes the server sends.
export type CodeGroup = keyof (typeof nb)["code"];

export function useTexts() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === "en" ? "en" : "nb";
  return useMemo(() => {
    // A code without a text is shown as it is: better an English code than nothing.
    const code = (group: CodeGroup, value: string, parts: Record<string, string> = {}): string => {
      const key = `code.${group}.${value.replace(/[ .:]/g, "_")}`;
      return i18n.exists(key) ? (t as (key: string, parts: object) => string)(key, parts) : value;
    };
    return { t, code, language, format: formats(language) };
  }, [t, i18n, language]);
}

export type Texts = ReturnType<typeof useTexts>;

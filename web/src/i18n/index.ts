// Texts in nb (first) and en; the choice is remembered in the browser.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../api/types";
import en from "./en.json";
import nb from "./nb.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof nb };
  }
}

const storage_key = "kres.language";

export function remembered_language(): Language {
  return localStorage.getItem(storage_key) === "en" ? "en" : "nb";
}

export async function start_texts(): Promise<void> {
  const language = remembered_language();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "nb",
    resources: { nb: { translation: nb }, en: { translation: en } },
    interpolation: { escapeValue: false }, // React escapes
  });
  document.documentElement.lang = language;
}

export async function choose_language(language: Language): Promise<void> {
  localStorage.setItem(storage_key, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

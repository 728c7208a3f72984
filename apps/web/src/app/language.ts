import { createContext, useContext } from 'react';

export type Language = 'zh' | 'en';

/** A word or sentence of the product in its two languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

const stored = 'liuhen.language';
let current: Language = localStorage.getItem(stored) === 'en' ? 'en' : 'zh';

/** The language of the page, for requests; components ask `useLanguage`. */
export const currentLanguage = (): Language => current;

export function keepLanguage(language: Language): void {
  current = language;
  localStorage.setItem(stored, language);
}

export const LanguageContext = createContext<{ language: Language; switchTo: (language: Language) => void }>({
  language: current,
  switchTo: () => undefined,
});

export const useLanguage = () => useContext(LanguageContext);

/** `say` words a text of the product in the reader's language. */
export function useSay(): (text: Text | undefined) => string {
  const { language } = useLanguage();
  return (text) => text?.[language] ?? '';
}

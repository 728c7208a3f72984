import { type Text } from './text.js';

/** The closed set of values a code field may take, with its words. An open list is checked against configuration. */
export interface CodeList<Codes extends string = string> {
  readonly name: string;
  readonly open: boolean;
  readonly codes: Readonly<Record<Codes, Text>>;
}

/** The codes of a list as a type: `Code<typeof StructureKind>` is `'HOUSE' | 'SHED' | ...`. */
export type Code<List extends CodeList> = List extends CodeList<infer Codes> ? Codes : never;

/** Declares a closed list; each code with its Chinese and English word. Codes are stored for good: never rename one. */
export function defineCodes<const Words extends Record<string, readonly [zh: string, en: string]>>(
  name: string,
  words: Words,
): CodeList<Extract<keyof Words, string>> {
  const codes = Object.fromEntries(Object.entries(words).map(([code, [zh, en]]) => [code, { zh, en }]));
  return { name, open: false, codes: codes as Record<Extract<keyof Words, string>, Text> };
}

/** Declares an open list: its values live in configuration or in a catalogue, and a guard checks them. */
export function openCodes(name: string): CodeList {
  return { name, open: true, codes: {} };
}

// The catalogue as far as the tests of the page look at it, and what a person would type for a stored value.

export type Language = 'zh' | 'en';
export type Words = Readonly<Record<Language, string>>;

export interface Field {
  readonly name: string;
  readonly label: Words;
  readonly type: string;
  readonly list: boolean;
  readonly required: boolean;
  readonly staff: boolean;
  readonly unit: string | null;
  readonly codeList: string | null;
  readonly fields?: readonly Field[];
}

export interface Step {
  readonly command: string;
  readonly label: Words;
  readonly continues: boolean;
  readonly correction: boolean;
  readonly shared: boolean;
  readonly roles: readonly string[];
  readonly fields: readonly Field[];
}

export interface Catalogue {
  readonly processes: readonly { readonly name: string; readonly title: Words; readonly steps: readonly Step[] }[];
  readonly figures: readonly { readonly id: string; readonly process: string }[];
  readonly codeLists: Readonly<Record<string, Readonly<Record<string, Words>>>>;
  readonly units: Readonly<Record<string, { readonly scale: number }>>;
}

export function stepOf(catalogue: Catalogue, process: string, command: string): Step {
  const step = catalogue.processes.find(({ name }) => name === process)?.steps.find((each) => each.command === command);
  if (!step) throw new Error(`${process} has no step ${command}`);
  return step;
}

/** What is typed or picked for one stored value. */
export function typed(catalogue: Catalogue, { type, codeList, unit }: Field, value: unknown): string {
  if (type === 'bool') return value === true ? '是' : '否';
  if (type === 'int') return String(Number(value) / (catalogue.units[unit ?? '']?.scale ?? 1));
  if (type === 'datetime') return String(value).slice(0, 16).replace('T', ' ');
  if (type === 'code' && codeList) return catalogue.codeLists[codeList]?.[String(value)]?.zh ?? String(value);
  return String(value);
}

import { useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api/client';
import { type Text } from '../app/language';

export type Catalogue = Schemas['CatalogueView'];
export type Process = Schemas['ProcessView'];
export type Step = Schemas['StepView'];
export type Field = Schemas['FieldView'];
export type Figure = Schemas['FigureView'];

const same = (code: string): Text => ({ zh: code, en: code });

/** The product's description of itself, with the look-ups that the page needs. A code without words names itself. */
export class Product {
  private readonly byName: ReadonlyMap<string, Process>;
  private readonly stepsByEvent: ReadonlyMap<string, Step>;
  private readonly fieldsByName: ReadonlyMap<string, Field>;

  constructor(readonly catalogue: Catalogue) {
    this.byName = new Map(catalogue.processes.map((process) => [process.name, process]));
    const steps = catalogue.processes.flatMap((process) => process.steps);
    this.stepsByEvent = new Map(steps.map((step) => [step.event, step]));
    this.fieldsByName = new Map(steps.flatMap((step) => step.fields.map((field) => [field.name, field])));
  }

  get processes(): readonly Process[] {
    return this.catalogue.processes;
  }
  process(name: string): Process | undefined {
    return this.byName.get(name);
  }
  step(event: string): Step | undefined {
    return this.stepsByEvent.get(event);
  }
  stepLabel(event: string): Text {
    return this.step(event)?.label ?? same(event);
  }
  /** The first declared field of that name: what a dimension of a figure is called. */
  field(name: string): Field | undefined {
    return this.fieldsByName.get(name);
  }
  state(process: string, code: string): Text {
    return this.process(process)?.states.find((state) => state.code === code)?.label ?? same(code);
  }
  isTerminal(process: string, code: string): boolean {
    return this.process(process)?.states.find((state) => state.code === code)?.terminal ?? false;
  }
  obligation(process: string, code: string): Text {
    return this.process(process)?.obligations.find((each) => each.code === code)?.label ?? same(code);
  }
  /** Events that may settle an obligation or meet a deadline of the case. */
  answersTo(process: string, { code }: { readonly code: string }): readonly string[] {
    const owed = this.process(process)?.obligations.find((each) => each.code === code);
    return owed?.closedBy ?? this.deadline(process, code)?.endsOn ?? [];
  }
  deadline(process: string, code: string) {
    return this.process(process)?.deadlines.find((each) => each.code === code);
  }
  word(codeList: string, code: string): Text {
    return this.catalogue.codeLists[codeList]?.[code] ?? same(code);
  }
  codes(codeList: string): readonly (readonly [string, Text])[] {
    return Object.entries(this.catalogue.codeLists[codeList] ?? {});
  }
  /**
   * What tells several obligations of one code apart: a number or a name given with the step, a code of the case's
   * own lists (`THREE_CELL_TANK#2` for the second of a kind), or the step that is waited for.
   */
  obligationKey(process: string, key: string): Text {
    const [code = '', nth = '1'] = key.split('#');
    const fields = this.process(process)?.steps.flatMap((step) => step.fields) ?? [];
    const word =
      fields.map(({ codeList }) => codeList && this.catalogue.codeLists[codeList]?.[code]).find(Boolean) ||
      this.step(code)?.label;
    if (!word) return same(key.replaceAll('|', ' · '));
    return nth === '1' ? word : { zh: `${word.zh} ${nth}`, en: `${word.en} ${nth}` };
  }
  role(code: string): Text {
    return this.catalogue.roles[code] ?? same(code);
  }
  refusal(code: string): Text {
    return this.catalogue.refusals[code] ?? same(code);
  }
  unit(code: string | null | undefined): Schemas['UnitView'] {
    if (!code) return { label: { zh: '', en: '' }, scale: 1 };
    return this.catalogue.units[code] ?? { label: same(code), scale: 1 };
  }
}

/** The product of this session. Asked for inside the shell, where it is always there. */
export function useProduct(): Product {
  const { data } = useProductQuery();
  if (!data) throw new Error('the catalogue is not loaded yet');
  return data;
}

/** The product where it is known already; a stranger is not told it. */
export const useKnownProduct = () => useProductQuery(false).data;

export const useProductQuery = (enabled = true) =>
  useQuery({
    enabled,
    queryKey: ['product'],
    queryFn: async () => new Product(await dataOf(api.GET('/api/v1/catalogue'))),
    staleTime: Infinity,
    structuralSharing: false,
  });

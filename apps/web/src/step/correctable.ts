import { type Field, type Step } from '../product/product';

/** A value of a recorded step that a correction can name. */
export interface Correctable {
  /** As `replacedFields` names it: `storeys`, or `buildings[1].storeys` for the first of a list of structures. */
  readonly name: string;
  readonly field: Field;
  /** The structure and the place of it that the value lies in, counted from one. */
  readonly within?: { readonly field: Field; readonly number: number };
  readonly present: unknown;
}

type Values = Readonly<Record<string, unknown>>;

/** Every value of a step that can be put right. The case itself never is: such an entry belongs elsewhere. */
export function correctableOf(step: Step | undefined, data: Values): readonly Correctable[] {
  return (step?.fields ?? [])
    .filter(({ name }) => name !== 'caseRef')
    .flatMap((field): readonly Correctable[] => {
      if (field.type !== 'struct') return [{ name: field.name, field, present: data[field.name] }];
      const items = Array.isArray(data[field.name]) ? (data[field.name] as Values[]) : [];
      return items.flatMap((item, index) =>
        (field.fields ?? []).map((part) => ({
          name: `${field.name}[${index + 1}].${part.name}`,
          field: part,
          within: { field, number: index + 1 },
          present: item[part.name],
        })),
      );
    });
}

import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { defineCodes } from './code-list.js';
import {
  BoolField,
  CodeField,
  DateField,
  DateTimeField,
  fieldsOf,
  fits,
  RefField,
  StructField,
  TextField,
  WholeField,
} from './fields.js';

const words = (name: string) => ({ zh: name, en: name });

class Part {
  @BoolField(words('yes')) yes!: boolean;
}
const Colour = defineCodes('Colour', { RED: ['红', 'Red'], BLUE: ['蓝', 'Blue'] });

class Everything {
  @DateField(words('day')) day!: string;
  @DateTimeField(words('instant')) instant!: string;
  @WholeField(words('count')) count!: number;
  @BoolField(words('yes')) yes!: boolean;
  @CodeField(Colour, words('colour')) colour!: string;
  @StructField(Part, words('part')) part!: Part;
  @RefField(words('reference')) reference!: string;
  @TextField(words('text')) text!: string;
  @DateField(words('days'), { list: true }) days!: string[];
  @RefField(words('references'), { list: true }) references!: string[];
}

const good: Readonly<Record<string, unknown>> = {
  day: '2022-03-01',
  instant: '2022-03-01T09:30',
  count: 7,
  yes: false,
  colour: 'BLUE',
  part: { yes: true },
  reference: 'A-1',
  text: '两层砖房\n后院',
  days: ['2022-03-01', '2024-02-29'],
  references: ['A-1', 'A-2'],
};

describe('what fits a field', () => {
  it.each(Object.entries(good))('takes a good value of %s', (name, value) => {
    expect(
      fits(
        fieldsOf(Everything).find((field) => field.name === name)!,
        value,
      ),
    ).toBe(true);
  });

  it('is never more than what the validators pass, and not less where letters have one unit each', () => {
    const alike = fc.oneof(
      fc.constantFrom<unknown>(...Object.values(good), '2022-02-30', '2022-3-1', 'RED', 'toString', 1.5, -1, 2 ** 53),
      fc.constantFrom<unknown>(null, '', 'x'.repeat(201), '长'.repeat(4001), '\u0000', '\ud800', {}, [], [[]], [null]),
      fc.constantFrom<unknown>(Array(201).fill('x'), Array(200).fill('x'), ['2022-03-01', 5], 'true', 0, NaN),
      fc.anything(),
      fc.string({ maxLength: 300 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...fieldsOf(Everything)), alike, (field, value) => {
        const command = Object.assign(new Everything(), good, { [field.name]: value });
        const passed = validateSync(command, { forbidUnknownValues: false }).length === 0;
        expect(fits(field, value)).toBe(passed);
      }),
      { numRuns: 3_000 },
    );
  });
});

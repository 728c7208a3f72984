import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { isStorableText } from './json-body.js';

/**
 * Declares a value of a request once: how it is validated and how the API description shows it. For requests that
 * are not commands; commands have the richer fields of foundation/process.
 */
interface Options {
  readonly description: string;
  readonly optional?: boolean;
  readonly example?: unknown;
}

function declare(options: Options, schema: object, decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, key) => {
    const all = [
      options.optional ? ValidateIf((_, value) => value !== undefined) : IsDefined(),
      ...decorators,
      ApiProperty({
        ...schema,
        required: !options.optional,
        description: options.description,
        ...(options.example === undefined ? {} : { example: options.example }),
      } as ApiPropertyOptions),
    ];
    for (const decorate of all) decorate(target, key);
  };
}

const isStorable = (each: boolean): PropertyDecorator =>
  ValidateBy(
    { name: 'storableText', validator: { validate: (value) => typeof value === 'string' && isStorableText(value) } },
    { each },
  );

interface StringOptions extends Options {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: RegExp;
  readonly format?: string;
}

export function StringValue(options: StringOptions): PropertyDecorator {
  const { minLength = 1, maxLength = 200, pattern, format } = options;
  return declare(
    options,
    {
      type: 'string',
      minLength,
      maxLength,
      ...(pattern ? { pattern: pattern.source } : {}),
      ...(format ? { format } : {}),
    },
    [IsString(), MinLength(minLength), MaxLength(maxLength), isStorable(false), ...(pattern ? [Matches(pattern)] : [])],
  );
}

/** A list of different short strings; with `among`, of codes of that list. */
export function StringListValue(
  options: Options & { readonly among?: readonly string[]; readonly maxItems?: number },
): PropertyDecorator {
  const { among, maxItems = 100 } = options;
  const items = { type: 'string', minLength: 1, maxLength: 100, ...(among ? { enum: [...among] } : {}) };
  return declare(options, { type: 'array', items, maxItems, uniqueItems: true }, [
    IsArray(),
    ArrayMaxSize(maxItems),
    ArrayUnique(),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(100, { each: true }),
    isStorable(true),
    ...(among ? [IsIn(among, { each: true })] : []),
  ]);
}

export function ChoiceValue(options: Options & { readonly among: readonly string[] }): PropertyDecorator {
  return declare(options, { type: 'string', enum: [...options.among] }, [IsIn(options.among)]);
}

export function BooleanValue(options: Options): PropertyDecorator {
  return declare(options, { type: 'boolean' }, [IsBoolean()]);
}

interface IntegerOptions extends Options {
  readonly min: number;
  readonly max: number;
}

/** A whole number in a query, where everything arrives as text. */
export function IntegerParam(options: IntegerOptions): PropertyDecorator {
  const { min, max } = options;
  const read = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value,
  );
  return declare(options, { type: 'integer', minimum: min, maximum: max }, [read, IsInt(), Min(min), Max(max)]);
}

/** A yes-or-no in a query: `true` or `false`. */
export function BooleanParam(options: Options): PropertyDecorator {
  const read = Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  );
  return declare(options, { type: 'boolean' }, [read, IsBoolean()]);
}

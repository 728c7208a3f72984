import { ApiExtraModels, ApiProperty, type ApiPropertyOptions, getSchemaPath } from '@nestjs/swagger';
import { type FieldSpec, fieldsOf, maxItems, maxStringLength, maxTextLength } from '#foundation/process';

const described = new WeakSet<object>();

/**
 * Tells the API description of the fields that a class declares, those of its structures too. Done where there is an
 * API: whoever only follows the log has no use for it, nor for the libraries that it takes.
 */
export function describeFields(declared: { prototype: object }): void {
  if (described.has(declared)) return;
  described.add(declared);
  for (const field of fieldsOf(declared)) {
    if (field.struct) {
      describeFields(field.struct);
      ApiExtraModels(field.struct)(declared as new () => object);
    }
    ApiProperty(schemaOf(field))(declared.prototype, field.name);
  }
}

function schemaOf(field: FieldSpec): ApiPropertyOptions {
  const item: Record<string, unknown> = {};
  if (field.struct) item.$ref = getSchemaPath(field.struct);
  else if (field.type === 'int') item.type = 'integer';
  else if (field.type === 'bool') item.type = 'boolean';
  else {
    item.type = 'string';
    item.maxLength = field.type === 'text' ? maxTextLength : maxStringLength;
  }
  if (field.type === 'date') item.format = 'date';
  if (field.type === 'datetime') item.format = 'date-time';
  if (field.codeList && !field.codeList.open) item.enum = Object.keys(field.codeList.codes);
  const schema: Record<string, unknown> = field.list
    ? { type: 'array', items: item, maxItems, ...(field.optional || field.emptyAllowed ? {} : { minItems: 1 }) }
    : item;
  return {
    ...schema,
    required: !field.optional,
    description: `${field.label.zh} / ${field.label.en}${field.unit ? ` (${field.unit})` : ''}`,
  } as ApiPropertyOptions;
}

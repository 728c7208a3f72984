import { type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { type FieldProblem, malformed } from './problem.js';

/**
 * Reads a body or query into a class declared with the decorators of values.ts. Unknown fields are refused by name:
 * a misspelt optional field that is silently dropped is how wrong records come about.
 */
export function strict<T extends object>(type: Type<T>): PipeTransform<unknown, T> {
  return {
    transform(value: unknown): T {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw malformed('a JSON object is expected');
      }
      const instance = plainToInstance(type, value, { exposeUnsetFields: false });
      // Names that every object has, such as `constructor`, are dropped on the way and would pass unseen.
      const lost = Object.keys(value).filter((name) => !Object.hasOwn(instance, name));
      if (lost.length > 0)
        throw malformed(
          'fields are not acceptable',
          lost.map((name) => ({ field: name.slice(0, 100), code: 'UNKNOWN_FIELD' })),
        );
      const errors = validateSync(instance, {
        whitelist: true,
        forbidNonWhitelisted: true,
        forbidUnknownValues: true,
        stopAtFirstError: true,
      });
      if (errors.length > 0) throw malformed('fields are not acceptable', fieldProblemsOf(errors));
      return instance;
    },
  };
}

function fieldProblemsOf(errors: readonly ValidationError[], prefix = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = `${prefix}${error.property.slice(0, 100)}`;
    if (error.children?.length) return fieldProblemsOf(error.children, `${field}.`);
    const [constraint = ''] = Object.keys(error.constraints ?? {});
    if (constraint === 'whitelistValidation') return [{ field, code: 'UNKNOWN_FIELD' }];
    return [{ field, code: constraint === 'isDefined' ? 'R-ALL-05' : 'INVALID_VALUE' }];
  });
}

import { type PipeTransform } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Allow } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { invalidValue, notFound } from './problem.js';
import { IntegerParam } from './values.js';

/** A moment of knowledge: a log position, or an instant that the read side turns into one. */
export type AsOf = { readonly position: number } | { readonly instant: string };

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** @throws Problem 400 for anything but a whole number or an ISO instant with its offset. */
export function parseAsOf(text: unknown): AsOf {
  if (typeof text === 'string') {
    if (/^\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text))) return { position: Number(text) };
    if (instant.test(text)) {
      const parsed = new Date(text);
      const year = parsed.getUTCFullYear();
      if (year >= 1 && year <= 9999) return { instant: parsed.toISOString() };
    }
  }
  throw invalidValue('asOf', 'asOf is a log position or an instant such as 2022-07-01T00:00:00Z');
}

/** The two clocks of every reading: as known at an earlier moment, or not before a position was taken in. */
export class KnownAt {
  @Transform(({ value }: { value: unknown }) => parseAsOf(value))
  @Allow()
  @ApiProperty({
    type: 'string',
    maxLength: 40,
    required: false,
    description: '按当时所知查询：日志位置或时刻 / As known at a log position or an instant',
    example: '2022-07-01T00:00:00Z',
  })
  asOf?: AsOf;

  @IntegerParam({
    optional: true,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    description: '至少已处理到该日志位置 / Wait until this log position is taken in',
  })
  atLeast?: number;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Ids in addresses are UUIDs; anything else names nothing, hence 404. Lower case is the stored form. */
export const UuidParam: PipeTransform<unknown, string> = {
  transform(value: unknown): string {
    if (typeof value !== 'string' || !uuid.test(value)) throw notFound();
    return value.toLowerCase();
  },
};

/** What rule R-ALL-11 keeps out of free text: such numbers belong to the identity vault only. */
export interface PersonalData {
  readonly kind: 'ID_CARD' | 'TELEPHONE' | 'BANK_CARD';
  /** Where the number stands in the text, as for `text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
}

/**
 * The first number of a person in a free text, or undefined.
 *
 * Found: identity-card numbers of 18 digits with the right check digit and of 15 digits with a possible birthday, mobile
 * and landline telephones, bank cards of 16 to 19 digits with the right check digit; with full-width digits and with
 * blanks or hyphens between the digits. Left alone: document and case numbers, dates, areas, grid codes, hashes, and the
 * lines of public offices (12345, 400, 800).
 */
export function findPersonalData(text: string): PersonalData | undefined {
  if (!hasDigits(text, fewestDigits)) return undefined;
  const plain = withoutMachineIds(halfWidth(text));
  for (const { kind, pattern, accepts } of kinds) {
    for (const start of numberStarts(plain)) {
      pattern.lastIndex = start;
      const found = pattern.exec(plain);
      if (found && accepts(found[0])) return { kind, start, end: start + found[0].length };
    }
  }
  return undefined;
}

/** Those of a landline with its area code; every other number of a person has more. */
const fewestDigits = 10;

function hasDigits(text: string, wanted: number): boolean {
  let found = 0;
  for (let at = 0; at < text.length && found < wanted; at++) {
    const unit = text.charCodeAt(at);
    // ASCII and full-width digits.
    if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)) found += 1;
  }
  return found >= wanted;
}

/** One UTF-16 unit for one, so that places in the result are places in the text. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0\u2000-\u200B]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

/** A hash or UUID holds digit runs that are telephones by mere chance. */
function withoutMachineIds(text: string): string {
  return text.replace(
    /(?<![0-9a-z])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=\d*[a-f])[0-9a-f]{32,})(?![0-9a-z])/gi,
    (id) => '#'.repeat(id.length),
  );
}

/** Where a number can begin: at a digit that follows no other, or at the sign before it (+86, (0730). */
function numberStarts(text: string): number[] {
  return [...text.matchAll(/[+(](?=\d)|(?<!\d)\d/g)].map((start) => start.index);
}

const gap = '(?: ?[- ] ?)';
/** Not the tail of a longer code with hyphens (WJ-138-2021-0001), and not its head either. */
const noCodeBefore = '(?<![0-9A-Za-z]|[0-9A-Za-z]-)';
const noCodeAfter = '(?![0-9]|-[0-9])';
const china = `(?:(?:\\+|00)?86${gap}?)?`;

const digits = (groups: readonly number[], separator = gap): string =>
  groups.map((length) => `\\d{${length}}`).join(separator);

/** Groups in which people write the eleven digits of a mobile telephone. */
const mobileGroups = [
  [3, 4, 4],
  [3, 3, 5],
  [4, 3, 4],
  [3, 8],
  [7, 4],
  [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
].flatMap((groups) => [digits(groups), digits(groups, '[.·]')]);

const areaCode = '(?:10|2\\d|[3-9]\\d{2})';
const localNumber = `[2-8](?:\\d{6,7}|\\d{2,3}${gap}\\d{4})`;

const kinds: readonly { kind: PersonalData['kind']; pattern: RegExp; accepts: (found: string) => boolean }[] = [
  {
    kind: 'ID_CARD',
    // A check digit and a birthday together leave chance no room, so the digits may be grouped in any way.
    pattern: new RegExp(`(?:\\d${gap}?){17}(?:\\d(?!\\d)|[Xx](?![0-9A-Za-z]))`, 'y'),
    accepts: (found) => isIdCard18(found.replace(/[^\dXx]/g, '').toUpperCase()),
  },
  {
    kind: 'ID_CARD',
    pattern: new RegExp(`${noCodeBefore}(?:\\d{15}|${digits([6, 6, 3])})${noCodeAfter}`, 'y'),
    accepts: (found) => isIdCard15(found.replace(/\D/g, '')),
  },
  {
    kind: 'BANK_CARD',
    pattern: new RegExp(
      `${noCodeBefore}(?:\\d{16,19}|(?:\\d{4}${gap}){3}\\d{4}(?:${gap}\\d{1,3})?|\\d{6}${gap}\\d{10,13})${noCodeAfter}`,
      'y',
    ),
    accepts: (found) => isBankCard(found.replace(/\D/g, '')),
  },
  {
    kind: 'TELEPHONE',
    pattern: new RegExp(`${china}(?=1[ .·-]*[3-9])\\d{11}(?!\\d)`, 'y'),
    accepts: () => true,
  },
  {
    kind: 'TELEPHONE',
    pattern: new RegExp(`${noCodeBefore}${china}(?=1[ .·-]*[3-9])(?:${mobileGroups.join('|')})${noCodeAfter}`, 'y'),
    accepts: () => true,
  },
  {
    kind: 'TELEPHONE',
    pattern: new RegExp(
      `${noCodeBefore}(?:\\(0${areaCode}\\) ?|0${areaCode}${gap}?|(?:\\+|00)86${gap}?0?${areaCode}${gap}?)${localNumber}(?!\\d)`,
      'y',
    ),
    accepts: () => true,
  },
];

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: region, birthday, order, check digit. The region is not looked up: codes come and go. */
function isIdCard18(number: string): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number[17] && isBirthday(number.slice(6, 14));
}

/** The form before 1999: region, birthday with two digits for the year, order. No region begins with 19 or 20, dates do. */
function isIdCard15(number: string): boolean {
  return !/^(?:0|19|20)/.test(number) && isBirthday(`19${number.slice(6, 12)}`);
}

function isBirthday(yyyymmdd: string): boolean {
  const [year, month, day] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** ISO/IEC 7812 (Luhn). No bank card begins with 0, 1 or 20; serial numbers that begin with a year do. */
function isBankCard(number: string): boolean {
  if (/^(?:0|1|20)/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

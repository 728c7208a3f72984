import { SignInAttempts } from './attempts.js';

const quarterHour = 15 * 60 * 1000;

describe('counting failed sign-ins', () => {
  it('allows five from one address, and again after a quarter of an hour', () => {
    const attempts = new SignInAttempts();
    for (let n = 0; n < 5; n++) expect(attempts.begin('li', '10.0.0.1', 0)).toBe(0);
    expect(attempts.begin('li', '10.0.0.1', 0)).toBe(15 * 60);
    expect(attempts.begin('li', '10.0.0.2', 0)).toBe(0);
    expect(attempts.begin('li', '10.0.0.1', quarterHour)).toBe(0);
  });

  it('forgets the failures of somebody who then signs in', () => {
    const attempts = new SignInAttempts();
    for (let n = 0; n < 4; n++) attempts.begin('li', '10.0.0.1', 0);
    attempts.succeeded('li', '10.0.0.1');
    for (let n = 0; n < 5; n++) expect(attempts.begin('li', '10.0.0.1', 0)).toBe(0);
  });

  it('stops one address that tries many names, and many addresses that try one name', () => {
    const names = new SignInAttempts();
    for (let n = 0; n < 50; n++) expect(names.begin(`user${n}`, '10.0.0.1', 0)).toBe(0);
    expect(names.begin('another', '10.0.0.1', 0)).toBeGreaterThan(0);
    const addresses = new SignInAttempts();
    for (let n = 0; n < 50; n++) expect(addresses.begin('li', `10.0.0.${n}`, 0)).toBe(0);
    expect(addresses.begin('li', '10.0.1.1', 0)).toBeGreaterThan(0);
  });
});

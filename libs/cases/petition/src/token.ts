/**
 * Identities are tokens of the vault, never names (processes.md 0.8): Latin letters and digits, with at least one digit
 * or sign, so that neither 张三 nor Zhang San can stand in an event. The word 令牌 may stand before them, as on paper.
 */
export const isToken = (text: string): boolean => /^(?:令牌-)?(?=[\w:.-]*[\d_:.-])[\w:.-]{4,}$/u.test(text.trim());

/** Names of fields about a person, for which no step has a place (D.1, personas.md 6). */
export const personFields =
  /opinion|belief|religi|politic|health|illness|disease|mental|mood|emotion|stabil|reliab|movement|whereabout|location|contact|relation|address|phone|mobile|idcard|idnumber|identitynumber|nationality|ethnic|risk|credit|(?:^|petitioner|person|worker|full)name$/i;

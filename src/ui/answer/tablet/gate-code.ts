import { listIn } from '#i18n/answer-lists.ts';
import type { AnswerText } from '#i18n/answer-text.ts';

/** A code of three different digits; `random` gives an integer below its argument. */
export function gateCode(random: (below: number) => number): string {
  const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
  return [10, 9, 8].map((left) => digits.splice(random(left), 1).join('')).join('');
}

/** The code in words, "fyra, nio, två": who can read may leave. */
export function gateWords(code: string, text: AnswerText): string {
  const words = Array.from(code, (digit) => text.t(`tablet.digits.${digit as '0'}`));
  return listIn(text.language, words);
}

/** What was typed, as the code is written: Arabic and Persian keyboards have digits of their own. */
export function typedCode(typed: string): string {
  return typed
    .trim()
    .replaceAll(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

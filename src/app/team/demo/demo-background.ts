import type { MarksAnswer, Mode } from '#records/answer.ts';
import type { Dice } from './dice.ts';

/** How one of the example's parents answered. */
export function rollMode(dice: Dice): Mode {
  return dice.pick([
    ['phone', 12],
    ['tablet', 5],
    ['paper', 2],
    ['interview', 1],
  ] as const);
}

/** What one of the example's parents told of himself or herself; some tell nothing. */
export function rollBackground(dice: Dice): MarksAnswer['choices'] {
  const gender = dice.pick([
    ['woman', 12],
    ['man', 6],
    ['other', 1],
    ['', 3],
  ] as const);
  const language = dice.pick([
    ['swedish', 11],
    ['another', 5],
    ['several', 4],
    ['', 1],
  ] as const);
  const services = (
    [
      ['midwifery', 0.3],
      ['childHealth', 0.8],
      ['openPreschool', 0.7],
      ['socialServices', 0.15],
    ] as const
  ).flatMap(([service, share]) => (dice.roll() < share ? [service] : []));
  return {
    ...(gender === '' ? {} : { 'p-gender': [gender] }),
    ...(language === '' ? {} : { 'p-home-language': [language] }),
    ...(services.length === 0 ? {} : { 'p-services': services }),
  };
}

import type { Card } from '#records/card.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number';
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const objectOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);
const shape =
  (members: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(members).every(([name, check]) => check(value[name]));

const isCard = shape({
  v: (value) => value === 1,
  space: isText,
  round: isText,
  key: isText,
  publicKey: isText,
  form: (value) => value === 'parents' || value === 'children' || value === 'reflection',
  formVersion: isNumber,
  year: isNumber,
  centre: isText,
  services: listOf(isText),
  responsible: shape({ name: isText, contact: isText }),
  questions: listOf(
    shape({
      id: isText,
      kind: (value) => value === 'agree' || value === 'choice' || value === 'text',
      options: listOf(isText),
      texts: objectOf(
        shape({
          text: isText,
          options: (value) => value === undefined || objectOf(isText)(value),
        }),
      ),
    }),
  ),
  voices: objectOf(isText),
});

/**
 * Reads the text of a card that its link's hash has vouched for, so far as it takes to show the questions: the schema
 * library comes behind them, and open-desk.ts looks closely before anything is given. Undefined where it is no card of
 * this version.
 */
export function readCard(text: string): Card | undefined {
  try {
    const card: unknown = JSON.parse(text);
    return isCard(card) ? (card as Card) : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { describe, expect, it } from 'vitest';
import { readCard } from '#app/answer/read-card.ts';
import { parseCard, type Card } from '#records/card.ts';

const card: Card = {
  v: 1,
  space: 's',
  round: 'r',
  key: 'k',
  publicKey: 'p',
  form: 'parents',
  formVersion: 1,
  year: 2026,
  centre: 'Solrosen',
  services: ['childHealth'],
  responsible: { name: 'Nämnden', contact: '08-111 11 11' },
  questions: [
    {
      id: `l-${'a'.repeat(21)}A`,
      kind: 'choice',
      options: ['o1'],
      texts: { sv: { text: 'När?', options: { o1: 'Tisdag' } }, en: { text: 'When?' } },
    },
  ],
  voices: { 'sv/p-near': 'id.hash' },
};

type Json = string | number | null | readonly Json[] | { readonly [name: string]: Json };

/** Every value of another kind, and every absence, in every place of a value. */
function damaged(value: Json): readonly (Json | undefined)[] {
  const here = [null, 7, 'text', [7], { a: 7 }, undefined];
  if (typeof value !== 'object' || value === null) return here;
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    return [
      ...here,
      ...list.flatMap((one, at) => damaged(one).map((bad) => list.with(at, bad ?? null))),
    ];
  }
  const inside = Object.entries(value).flatMap(([name, one]) =>
    damaged(one).map((bad): Json => {
      const { [name]: _old, ...others } = value as Record<string, Json>;
      return bad === undefined ? others : { ...others, [name]: bad };
    }),
  );
  return [...here, ...inside];
}

describe('the first look at a card', () => {
  it('reads what the schema reads', () => {
    expect(readCard(JSON.stringify(card))).toEqual(card);
  });

  it('refuses everything that the page would stumble over', () => {
    const all = damaged(card as unknown as Json).map((bad) => JSON.stringify(bad) ?? 'undefined');
    const refused = all.filter((text) => parseCard(text) === undefined);
    expect(refused.length).toBeGreaterThan(80);
    // Which services and ids there are is looked at when the desk opens; nothing is shown by them alone.
    const loose = refused.filter((text) => readCard(text) !== undefined);
    const isNamed = (text: string): boolean => {
      const { services, questions } = JSON.parse(text) as Card;
      return services.includes('text' as 'midwifery') || questions[0]?.id === 'text';
    };
    expect(loose.filter((text) => !isNamed(text))).toEqual([]);
    for (const text of all) {
      if (parseCard(text) !== undefined) expect(readCard(text)).toBeDefined();
    }
  });
});

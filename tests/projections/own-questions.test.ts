import { describe, expect, it } from 'vitest';
import { setAnswersAside } from '#commands/set-answers-aside.ts';
import { closeRound } from '#commands/take-step.ts';
import { ownQuestions } from '#projections/own-questions.ts';
import { resultsView } from '#projections/results-view.ts';
import type { LocalQuestion } from '#records/card.ts';
import { canonicalJson } from '#records/json.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { setupCommands } from '../commands/centre.ts';
import { plain, setupCentre, type Centre } from './centre-records.ts';

const agree: LocalQuestion = {
  id: 'l-AAAAAAAAAAAAAAAAAAAAAA',
  kind: 'agree',
  options: [],
  texts: { sv: { text: 'Jag hittar hit.' }, en: { text: 'I find my way here.' } },
};
const choice: LocalQuestion = {
  id: 'l-BBBBBBBBBBBBBBBBBBBBBB',
  kind: 'choice',
  options: ['o1', 'o2'],
  texts: { sv: { text: 'När kommer du helst?', options: { o1: 'Förmiddag', o2: 'Kväll' } } },
};
const text: LocalQuestion = {
  id: 'l-CCCCCCCCCCCCCCCCCCCCCC',
  kind: 'text',
  options: [],
  texts: { sv: { text: 'Vad saknar du?' } },
};

/** A parents' round whose card has these questions. */
function round(centre: Centre, id: string, questions: readonly LocalQuestion[], year = 2026): void {
  centre.round(id, 'parents', year);
  const made = centre.records.at(-1);
  if (made?.kind !== 'roundKey') throw new Error('no round was made');
  const card = canonicalJson({
    v: 1,
    space: 's',
    round: id,
    key: 'k',
    publicKey: 'p',
    form: 'parents',
    formVersion: 1,
    year,
    centre: 'Solrosen',
    services: [],
    responsible: { name: 'Kommunen', contact: '' },
    questions,
    voices: {},
  });
  const record: SpeglaRecord = { ...made, body: { ...made.body, card } };
  centre.records[centre.records.length - 1] = record;
  centre.set(`rounds/${id}/opens`, `${year}-11-01`);
}

/** Six say 4, two say 1 and one does not know; five choose the morning and two the evening. */
function answered(centre: Centre, id: string): void {
  for (const mark of [4, 4, 4, 4, 4, 4, 1, 1, 'unknown'] as const) {
    centre.answer(id, 'parents', { [agree.id]: mark });
  }
  for (const option of ['o1', 'o1', 'o1', 'o1', 'o1', 'o2', 'o2']) {
    centre.answer(id, 'parents', {}, { choices: { [choice.id]: [option] } });
  }
  centre.text(id, text.id, 'Mer sång', 'man');
}

describe('the centre’s own questions', () => {
  it('are shown after closing, in the order and with the Swedish words of the card', () => {
    const centre = setupCentre();
    round(centre, 'r', [agree, choice, text]);
    answered(centre, 'r');
    centre.close('r');
    const [first, second, third] = ownQuestions(centre.ledger(), 2026);
    expect(first).toMatchObject({
      key: agree.id,
      kind: 'agree',
      text: 'Jag hittar hit.',
      rounds: ['r'],
    });
    expect(first?.answered).toBe(16);
    if (first?.kind !== 'agree' || !first.spread.shown) throw new Error('is not shown');
    expect(first.spread.value).toMatchObject({ rated: 8, favourable: 6 });
    if (second?.kind !== 'choice' || !second.chosen.shown) throw new Error('is not shown');
    expect([...second.chosen.value]).toEqual([
      ['o1', 5],
      ['o2', 2],
    ]);
    expect(second.options).toEqual([
      { id: 'o1', text: 'Förmiddag' },
      { id: 'o2', text: 'Kväll' },
    ]);
    expect(third).toMatchObject({ kind: 'text', text: 'Vad saknar du?' });
    const { quotes } = resultsView(centre.ledger(), 2026);
    // One man alone among the texts: not told, as with every group that is smaller than six.
    expect(quotes).toMatchObject([{ item: text.id, text: 'Mer sång', gender: null }]);
  });

  it('are withheld while a round is open, and where fewer than six have marked the question itself', () => {
    const centre = setupCentre();
    round(centre, 'r', [agree, choice]);
    answered(centre, 'r');
    const whys = () =>
      ownQuestions(centre.ledger(), 2026).map((question) => {
        if (question.kind === 'text') return 'text';
        const shown = question.kind === 'agree' ? question.spread : question.chosen;
        return shown.shown ? 'shown' : shown.why;
      });
    expect(whys()).toEqual(['stillOpen', 'stillOpen']);
    const few = setupCentre();
    round(few, 'r', [agree, choice]);
    for (const mark of [4, 4, 4, 4, 4, 'unknown', 'notUsed'] as const)
      few.answer('r', 'parents', { [agree.id]: mark });
    few.close('r');
    const shown = ownQuestions(few.ledger(), 2026);
    expect(plain(shown)).toContain('"tooFew"');
    expect(plain(shown)).not.toContain('"shown":true');
    expect(plain(shown)).not.toContain('"rated"');
    const nobody = setupCentre();
    round(nobody, 'r', [agree]);
    nobody.close('r');
    expect(plain(ownQuestions(nobody.ledger(), 2026))).toContain('"nothing"');
  });

  it('count two rounds of a year together where they ask the same, and apart where the words differ', () => {
    const reworded = { ...agree, texts: { sv: { text: 'Det är lätt att hitta hit.' } } };
    const centre = setupCentre();
    round(centre, 'r1', [agree, text]);
    round(centre, 'r2', [agree, choice]);
    round(centre, 'r3', [reworded]);
    for (const id of ['r1', 'r2', 'r3']) {
      answered(centre, id);
      centre.close(id);
    }
    const shown = ownQuestions(centre.ledger(), 2026);
    expect(shown.map(({ key, rounds }) => [key, rounds])).toEqual([
      [agree.id, ['r1', 'r2']],
      [text.id, ['r1']],
      [choice.id, ['r2']],
      [`${agree.id}.2`, ['r3']],
    ]);
    const rated = shown.map((one) =>
      one.kind === 'agree' && one.spread.shown ? one.spread.value.rated : 0,
    );
    expect(rated).toEqual([16, 0, 0, 8]);
  });

  it('do not change by fewer than six when answers are set aside, or the limit is raised and lowered', () => {
    const centre = setupCentre();
    round(centre, 'a', [agree]);
    for (let n = 0; n < 13; n += 1) {
      centre.answer('a', 'parents', n < 3 ? {} : { [agree.id]: n === 3 ? 1 : 4 });
    }
    const { deps } = setupCommands('own');
    centre.records.push(...closeRound(centre.ledger(), 'a', null, '2026-12-01', deps));
    const ids = centre.records.filter(({ kind }) => kind === 'answer').map(({ id }) => id);
    const rated = (): number => {
      const [one] = ownQuestions(centre.ledger(), 2026);
      return one?.kind === 'agree' && one.spread.shown ? one.spread.value.rated : 0;
    };
    expect(rated()).toBe(10);
    const intent = { round: 'a', ids: ids.slice(0, 6), from: '', to: '', why: 'x' };
    const aside = setAnswersAside(centre.ledger(), intent, deps);
    expect(aside.ok).toBe(true);
    const before = [...centre.records];
    // Three of the six had marked it.
    centre.records.push(...(aside.ok ? aside.value : []));
    expect(rated()).toBe(0);
    centre.records.splice(0, centre.records.length, ...before);
    centre.set('centre/leastShown', 11);
    expect(rated()).toBe(0);
    centre.set('centre/leastShown', 6);
    expect(rated()).toBe(10);
  });

  it('are not mixed with other years, nor with answers to what the card does not ask', () => {
    const centre = setupCentre();
    round(centre, 'now', [agree]);
    round(centre, 'then', [choice], 2025);
    answered(centre, 'now');
    answered(centre, 'then');
    for (const id of ['now', 'then']) centre.close(id);
    expect(ownQuestions(centre.ledger(), 2026).map(({ id }) => id)).toEqual([agree.id]);
    expect(ownQuestions(centre.ledger(), 2025).map(({ id }) => id)).toEqual([choice.id]);
    expect(resultsView(centre.ledger(), 2026).quotes).toEqual([]);
  });

  it('go with their rounds when these are purged', () => {
    const centre = setupCentre();
    round(centre, 'r', [agree, text]);
    answered(centre, 'r');
    centre.close('r');
    centre.purge('r');
    expect(ownQuestions(centre.ledger(), 2026)).toEqual([]);
    expect(resultsView(centre.ledger(), 2026).quotes).toEqual([]);
  });

  it('are the same in every order of the records', () => {
    const centre = setupCentre();
    round(centre, 'r', [agree, choice, text]);
    answered(centre, 'r');
    centre.close('r');
    const before = plain(ownQuestions(centre.ledger(), 2026));
    centre.records.reverse();
    expect(plain(ownQuestions(centre.ledger(), 2026))).toBe(before);
  });
});

import { expect, it } from 'vitest';
import { addQuestion, moveQuestion } from '#commands/edit-questions.ts';
import { keepVoice } from '#commands/keep-voice.ts';
import { setField, setFields } from '#commands/set-field.ts';
import { cardQuestions, localQuestions } from '#projections/local-questions.ts';
import { voicesInUse } from '#projections/voices-in-use.ts';
import { bookPaths } from '#records/book-paths.ts';
import { cardSchema, type LocalQuestion } from '#records/card.ts';
import { maxRecordingBytes } from '#records/voice.ts';
import * as v from 'valibot';
import { setupCommands } from './centre.ts';

const { questionOption, questionRemoved, questionText, voice } = bookPaths;

function setupQuestions() {
  const centre = setupCommands();
  const { ledger, deps, write } = centre;
  const add = (kind: LocalQuestion['kind'], words = 'Vad tycker du?'): string => {
    const { question, records } = addQuestion(ledger().book, kind, deps);
    write(records);
    write(setField(ledger().book, questionText(question, 'sv'), words, deps));
    return question;
  };
  const set = (fields: Readonly<Record<string, string>>): void => {
    write(setFields(ledger().book, fields, deps));
  };
  const list = () => localQuestions(ledger().book);
  return { ...centre, add, set, list };
}

it('keeps the questions in the order in which they were added, and moves one a step at a time', () => {
  const { add, list, ledger, deps, write } = setupQuestions();
  const [a, b, c] = [add('agree'), add('text'), add('agree')];
  const move = (id: string, towards: 'beginning' | 'end'): string[] => {
    write(moveQuestion(ledger().book, id, towards, deps));
    return list().map((question) => question.id);
  };
  expect(list().map(({ id }) => id)).toEqual([a, b, c]);
  expect(move(c, 'beginning')).toEqual([a, c, b]);
  expect(move(c, 'beginning')).toEqual([c, a, b]);
  expect(move(a, 'end')).toEqual([c, b, a]);
  expect(moveQuestion(ledger().book, c, 'beginning', deps)).toEqual([]);
  expect(moveQuestion(ledger().book, a, 'end', deps)).toEqual([]);
  expect(moveQuestion(ledger().book, 'l-unknown', 'end', deps)).toEqual([]);
});

it('moves questions that two devices put in the same place', () => {
  const { add, list, ledger, deps, write } = setupQuestions();
  const before = ledger().book;
  const first = add('agree');
  const other = setupCommands('d2');
  const { question: second, records } = addQuestion(before, 'agree', other.deps);
  write(records);
  const third = add('agree');
  const orders = list().map(({ order }) => order);
  expect(orders[0]).toBe(orders[1]);
  write(moveQuestion(ledger().book, third, 'beginning', deps));
  expect(list().map(({ id }) => id)).toEqual(
    [first, third, second].toSorted((a, b) => place(a) - place(b)),
  );
  function place(id: string): number {
    return id === third ? 1 : id === [first, second].toSorted()[0] ? 0 : 2;
  }
});

it('asks a question when it has its words, and a choice when two options have theirs', () => {
  const { add, set, list } = setupQuestions();
  const empty = add('agree', ' ');
  const choice = add('choice');
  const asked = () => list().flatMap((question) => (question.asked ? [question.id] : []));
  expect(asked()).toEqual([]);
  set({ [questionText(empty, 'sv')]: 'Är det roligt här?' });
  set({ [questionOption(choice, 'o1', 'sv')]: 'Förmiddag' });
  expect(asked()).toEqual([empty]);
  set({ [questionOption(choice, 'o3', 'sv')]: 'Kväll' });
  expect(asked()).toEqual([empty, choice]);
  expect(list()[1]?.options).toEqual(['o1', 'o3']);
});

it('asks the first five where a merge brought more, and shows all', () => {
  const { add, list } = setupQuestions();
  for (let n = 0; n < 6; n += 1) add('agree');
  expect(list().map(({ asked }) => asked)).toEqual([true, true, true, true, true, false]);
});

it('takes a question away and brings it back with all its words', () => {
  const { add, list, ledger, deps, write } = setupQuestions();
  const id = add('text', 'Vad saknar du?');
  write(setField(ledger().book, questionRemoved(id), true, deps));
  expect(list()).toEqual([]);
  write(setField(ledger().book, questionRemoved(id), false, deps));
  expect(list()[0]?.text('sv')).toBe('Vad saknar du?');
});

it('puts a language into the card only when all its words are there', () => {
  const { add, set, ledger } = setupQuestions();
  const id = add('choice', 'När kommer du helst?');
  set({
    [questionOption(id, 'o1', 'sv')]: 'Förmiddag',
    [questionOption(id, 'o2', 'sv')]: 'Eftermiddag',
    [questionText(id, 'en')]: 'When do you like to come?',
    [questionOption(id, 'o1', 'en')]: 'Morning',
    [questionText(id, 'fi')]: 'Milloin tulet mieluiten?',
    [questionOption(id, 'o1', 'fi')]: 'Aamupäivällä',
    [questionOption(id, 'o2', 'fi')]: 'Iltapäivällä',
  });
  const [question] = cardQuestions(ledger().book, ['sv', 'en', 'fi']);
  expect(question).toEqual({
    id,
    kind: 'choice',
    options: ['o1', 'o2'],
    texts: {
      sv: { text: 'När kommer du helst?', options: { o1: 'Förmiddag', o2: 'Eftermiddag' } },
      fi: { text: 'Milloin tulet mieluiten?', options: { o1: 'Aamupäivällä', o2: 'Iltapäivällä' } },
    },
  });
});

it('makes questions that a card takes', () => {
  const { deps, ...centre } = setupCommands();
  const newId = () => 'AAAAAAAAAAAAAAAAAAAAAA';
  const { question, records } = addQuestion(centre.ledger().book, 'agree', { ...deps, newId });
  expect(records).toHaveLength(2);
  expect(
    v.safeParse(cardSchema.entries.questions, [
      { id: question, kind: 'agree', options: [], texts: {} },
    ]).success,
  ).toBe(true);
});

it('lets a recording stand for its prompt, the newer in place of the older', () => {
  const { ledger, deps, write } = setupCommands();
  const recording = { item: 'c-feel', language: 'so', mime: 'audio/webm', data: 'AAAA' } as const;
  const [first] = write(keepVoice(ledger().book, recording, 'Sidee?', deps));
  const [second] = write(keepVoice(ledger().book, recording, 'Sidee tahay?', deps));
  expect([first?.kind, first?.round]).toEqual(['voice', null]);
  const standing = voicesInUse(ledger().book).get('so/c-feel');
  expect(standing).toMatchObject([{ voice: second?.id, words: 'Sidee tahay?' }]);
  write(setField(ledger().book, voice('so', 'c-feel'), null, deps));
  expect(voicesInUse(ledger().book).size).toBe(0);
});

it('keeps both recordings of two who recorded the same prompt at once', () => {
  const { ledger, deps, write } = setupCommands();
  const before = ledger().book;
  const recording = { item: 'c-feel', language: 'so', mime: 'audio/webm', data: 'AAAA' } as const;
  write(keepVoice(before, recording, 'Sidee?', deps));
  write(keepVoice(before, recording, 'Sidee?', setupCommands('d2').deps));
  expect(voicesInUse(ledger().book).get('so/c-feel')).toHaveLength(2);
});

it('measures a recording in bytes that are some thirty seconds at 32 kbit/s', () => {
  expect(maxRecordingBytes / (32_000 / 8)).toBeGreaterThan(30);
});

import { computed, signal } from '@preact/signals';
import { createBookFields } from '#app/team/book-fields.ts';
import { createResultsIntents } from '#app/team/results-intents.ts';
import type { CentreSession } from '#app/team/centre-session.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { countedItemsOf, type FormId, type Mark } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { boardView } from '#projections/board-view.ts';
import { centreView } from '#projections/centre-view.ts';
import { contestedFields } from '#projections/contested-fields.ts';
import { knownYears } from '#projections/known-years.ts';
import type { Ledger } from '#projections/ledger.ts';
import { priorityGoals } from '#projections/priority-goals.ts';
import { resultsView } from '#projections/results-view.ts';
import { growAnswers, type RoundAnswers } from '#projections/round-answers.ts';
import { roundViews } from '#projections/round-views.ts';
import type { MarksAnswer, TextAnswer } from '#records/answer.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { Fact } from '#records/fact.ts';
import type { JsonValue } from '#records/json.ts';
import type { RoundKey } from '#records/keys.ts';
import { fakeCustody } from '../team/fake-custody.ts';
import { foldBook, type IdentifiedEdit } from '#records/merge.ts';
import { fakeKeyIntents } from '../team/fake-key-intents.ts';
import { fakePaper } from '../team/fake-paper.ts';
import { fakeQuestions, fakeVoices } from '../team/fake-questions.ts';

/** How a fake centre is filled: what differs from screen to screen. */
export interface FakeOptions {
  /** How many of the team have handed in this year's reflection. */
  readonly staff?: number;
  readonly revealed?: boolean;
  /** This year's joint positions are set. */
  readonly agreed?: boolean;
  readonly parentsClosed?: boolean;
  readonly parents?: number;
  readonly children?: number;
  readonly history?: boolean;
}

/** The year on the table in the fake centre. */
export const fakeYear = 2026;

/** Made-up record ids for what a round holds. */
function idsOf(
  held: ReadonlyMap<string, readonly unknown[]>,
): ReadonlyMap<string, readonly string[]> {
  return new Map([...held].map(([round, list]) => [round, list.map((_, at) => `${round}-${at}`)]));
}

function countedAnswers(
  marks: ReadonlyMap<string, readonly MarksAnswer[]>,
  roundKeys: ReadonlyMap<string, RoundKey>,
): ReadonlyMap<string, RoundAnswers> {
  const ids = idsOf(marks);
  const rounds = [...marks].map(([round, list]) => {
    const all = list.map((body, at) => ({ id: ids.get(round)?.[at] ?? '', body }));
    const placing = { steps: null, listed: new Map(), aside: new Map() };
    return [
      round,
      growAnswers(undefined, roundKeys.get(round)?.form ?? null, placing, all),
    ] as const;
  });
  return new Map(rounds);
}

/** The fake's chance: the same numbers every time. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A centre in memory over the real projections, with four years of made-up results. */
export function fakeCentre(options: FakeOptions = {}): OpenCentre {
  const { staff = 9, revealed = true, agreed = true, parentsClosed = true } = options;
  const { parents = 54, children = 38, history = true } = options;
  const chance = createChance(7);
  const edits = signal<readonly IdentifiedEdit[]>([]);
  const facts = signal<ReadonlyMap<string, ReadonlySet<Fact['what']>>>(new Map());
  const marks = new Map<string, MarksAnswer[]>();
  const texts = new Map<string, TextAnswer[]>();
  const roundKeys = new Map<string, RoundKey>();

  const write = (path: string, value: JsonValue): void => {
    const heads = foldBook(edits.value.filter(({ body }) => body.path === path)).field(path)?.heads;
    const replaces = (heads ?? []).flatMap(({ ids }) => ids);
    const id = `e${String(edits.value.length).padStart(6, '0')}`;
    const body = { v: 1 as const, path, value, replaces, at: '2026-11-20T10:00:00Z', by: 'd1' };
    edits.value = [...edits.value, { id, body }];
  };
  const fact = (round: string, what: Fact['what']): void => {
    const now = new Map(facts.value);
    now.set(round, new Set([...(now.get(round) ?? []), what]));
    facts.value = now;
  };
  const pick = (weights: readonly (readonly [Mark, number])[]): Mark => {
    let left = chance() * weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [mark, weight] of weights) {
      left -= weight;
      if (left < 0) return mark;
    }
    return weights[0]?.[0] ?? 1;
  };
  const openRound = (form: FormId, count: number): string => {
    const id = `round-${form}`;
    const empty = { key: '', publicKey: '', privateKey: '', linkSecret: '', kioskSecret: '' };
    const card = { card: '', cardHash: '', sealedCard: '', at: '', by: '' };
    roundKeys.set(id, { v: 1, ...empty, ...card, form, formVersion: 1, year: fakeYear });
    const bias = new Map(
      countedItemsOf(currentForm(form)).map(({ id: item }) => [item, chance() * 3 + 2.6]),
    );
    marks.set(
      id,
      Array.from({ length: count }, () => ({
        v: 1,
        type: 'marks',
        form,
        formVersion: 1,
        mode: 'phone',
        ...(form === 'children' ? { band: 'from4to6' as const } : {}),
        choices: {},
        marks: Object.fromEntries(
          countedItemsOf(currentForm(form)).map((item, index) => {
            if (item.scale === 'working6') {
              if (index % 3 === 0) return [item.id, index % 2 === 0 ? 5 : 4];
              const middle = bias.get(item.id) ?? 4;
              const mark = Math.round(middle + (chance() - 0.5) * 3.4);
              return [item.id, chance() < 0.06 ? 'unknown' : Math.min(6, Math.max(1, mark))];
            }
            if (item.scale === 'agree4') {
              return [
                item.id,
                pick([
                  [4, 5],
                  [3, 3],
                  [2, 1],
                  [1, 0.6],
                  ['notUsed', 1],
                  ['unknown', 0.5],
                ]),
              ];
            }
            return [
              item.id,
              pick([
                [3, 8],
                [2, 1.6],
                [1, 0.8],
              ]),
            ];
          }),
        ),
      })),
    );
    return id;
  };

  write(bookPaths.centreName, 'Familjecentralen Solrosen');
  const reflection = openRound('reflection', staff);
  const parentRound = openRound('parents', parents);
  const childRound = openRound('children', children);
  if (revealed) fact(reflection, 'revealed');
  if (parentsClosed) fact(parentRound, 'closed');
  fact(childRound, 'closed');
  write(bookPaths.roundFamilies(parentRound), 80);
  const quotes: readonly (readonly [string, string, TextAnswer['gender']])[] = [
    ['p-good', 'Att det alltid finns någon som hälsar och frågar hur det är.', 'woman'],
    ['p-good', 'Sångstunden! Min son pratar om den hela veckan.', 'man'],
    ['p-good', 'Jag har lärt känna tre andra mammor här.', undefined],
    ['p-change', 'Öppet någon kväll eller lördag så att jag som jobbar också kan komma.', 'man'],
    ['p-change', 'Mer på arabiska, tack. Min fru förstår inte allt.', 'man'],
    ['p-change', 'Det är trångt vid ytterdörren med vagnar.', 'woman'],
  ];
  texts.set(
    parentRound,
    quotes.map(([item, text, gender]) => ({
      v: 1,
      type: 'text',
      form: 'parents',
      formVersion: 1,
      item,
      text,
      ...(gender === undefined ? {} : { gender }),
    })),
  );
  for (const item of countedItemsOf(currentForm('reflection'))) {
    if (history) {
      for (const year of [2023, 2024, 2025]) {
        write(bookPaths.positionMark(year, item.id), Math.min(6, 2 + Math.floor(chance() * 4.4)));
      }
    }
    if (agreed) {
      // As a team does: near the middle of its marks.
      const stops = (marks.get(reflection) ?? []).flatMap(({ marks: ofOne }) => {
        const mark = ofOne[item.id];
        return typeof mark === 'number' ? [mark] : [];
      });
      const middle = stops.toSorted((a, b) => a - b)[Math.floor(stops.length / 2)];
      write(bookPaths.positionMark(fakeYear, item.id), middle ?? 'unknown');
    }
  }
  if (history) {
    for (const [form, year, answered] of [
      ['parents', 2024, 41],
      ['parents', 2025, 47],
      ['children', 2025, 31],
    ] as const) {
      write(bookPaths.historyAnswered(form, year), answered);
      for (const item of countedItemsOf(currentForm(form))) {
        const counts: Record<string, number> = {};
        for (let one = 0; one < answered; one += 1) {
          const mark = String(
            form === 'parents'
              ? pick([
                  [4, 4],
                  [3, 3],
                  [2, 1.4],
                  [1, 0.7],
                  ['notUsed', 1],
                ])
              : pick([
                  [3, 7],
                  [2, 2],
                  [1, 1],
                ]),
          );
          counts[mark] = (counts[mark] ?? 0) + 1;
        }
        write(bookPaths.historyCounts(form, year, item.id), counts);
      }
    }
    const goal = (field: Parameters<typeof bookPaths.goal>[1], value: JsonValue): void =>
      write(bookPaths.goal('g-old', field), value);
    goal('year', fakeYear);
    goal('title', 'Fler pappor i öppna förskolan');
    goal('because', 'Få pappor kommer, och de som kommer säger att de känner sig utanför.');
    goal('evidence', ['goal3', 'r25']);
    goal('measure', 'Vi räknar pappor varje tisdag och torsdag.');
    goal('target', 'Från 14 till 25 i veckan');
    goal('responsible', 'Förskollärarna');
    goal('due', '2026-12-15');
  }

  const ledger = computed((): Ledger => ({
    book: foldBook(edits.value),
    roundKeys,
    facts: facts.value,
    answers: countedAnswers(marks, roundKeys),
    texts,
    textIds: idsOf(texts),
    setAside: new Map(),
    purged: new Map(),
  }));
  const act: CentreSession['act'] = async (command) => {
    const records = await command(ledger.value);
    edits.value = [...edits.value, ...records.flatMap((one) => (one.kind === 'edit' ? [one] : []))];
  };
  const newId = (): string => `e${String((made += 1)).padStart(6, '0')}`;
  const commandDeps = { newId, now: () => '2026-11-20T10:00:00Z', device: 'd1' };
  const fields = createBookFields({ act, ledger, commandDeps });
  const setBookField = fields.setBookField;
  let made = 500_000;
  let goals = 0;
  const notHere = (): Promise<never> => Promise.reject(new Error('not in the fake centre'));
  return {
    entry: { space: 's', name: 'Familjecentralen Solrosen', demo: true },
    loaded: signal(true),
    ledger,
    centre: computed(() => centreView(ledger.value)),
    rounds: computed(() => roundViews(ledger.value)),
    years: computed(() => knownYears(ledger.value)),
    contested: computed(() => contestedFields(ledger.value)),
    devices: signal([]),
    sync: signal({ mailbox: null, status: 'none', waiting: 0, refused: 0 }),
    unreadable: signal([]),
    trouble: signal(null),
    today: signal('2026-12-01'),
    copied: signal(true),
    results: (year) => resultsView(ledger.value, year),
    board: (year) => boardView(ledger.value, year),
    goals: (year) => priorityGoals(ledger.value, year),
    setField: setBookField,
    setFields: fields.setBookFields,
    shownEdits: fields.shownEdits,
    fieldValue: (path) => ledger.value.book.value(path),
    beginYear: (year) => setBookField(bookPaths.yearBegun(year), year),
    openRound: notHere,
    setRoundDates: notHere,
    closeRound: async (round) => fact(round, 'closed'),
    revealRound: async (round) => {
      if ((marks.get(round)?.length ?? 0) < 3) return false;
      fact(round, 'revealed');
      return true;
    },
    roundLinks: () => ({ phone: null, tablet: '', registration: 'none' }),
    agreePosition: (year, item, mark, base) =>
      setBookField(bookPaths.positionMark(year, item), mark, base),
    addGoal: async (input) => {
      goals += 1;
      const id = `g${goals}`;
      for (const [field, value] of Object.entries(input)) {
        write(bookPaths.goal(id, field as keyof typeof input), value);
      }
      return id;
    },
    setGoalField: (goal, field, value) => setBookField(bookPaths.goal(goal, field), value),
    removeGoal: (goal) => setBookField(bookPaths.goal(goal, 'removed'), true),
    restoreGoal: (goal) => setBookField(bookPaths.goal(goal, 'removed'), false),
    enterHistory: async (form, year, answered, counts) => {
      write(bookPaths.historyAnswered(form, year), answered);
      for (const [item, ofItem] of Object.entries(counts)) {
        write(bookPaths.historyCounts(form, year, item), ofItem);
      }
    },
    nameMailbox: notHere,
    probeMailbox: async () => null,
    makeTeamLink: notHere,
    kitSecret: async () => null,
    ...fakeKeyIntents(),
    syncNow: () => undefined,
    exportFile: notHere,
    importFile: notHere,
    custody: fakeCustody(),
    paper: fakePaper(),
    questions: fakeQuestions(),
    voices: fakeVoices(),
    resultsWork: {
      ...createResultsIntents({ act, ledger, commandDeps }),
      countLater: async () => false,
    },
    exportRefused: notHere,
  };
}

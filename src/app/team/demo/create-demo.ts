import { chooseGoal } from '#commands/choose-goal.ts';
import { newRecord } from '#commands/command-deps.ts';
import { logWorry } from '#commands/note-text.ts';
import { enterHistory } from '#commands/enter-history.ts';
import { openRound } from '#commands/open-round.ts';
import { setField, setFields } from '#commands/set-field.ts';
import { closeRound, revealRound } from '#commands/take-step.ts';
import { countedItemsOf, type Form, type FormId, type Mark } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { centreView } from '#projections/centre-view.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { MarksAnswer, TextAnswer } from '#records/answer.ts';
import type { JsonValue } from '#records/json.ts';
import type { CardStore } from '#store/card-store.ts';
import type { KeyStore } from '#store/key-store.ts';
import { deleteStore } from '#store/store.ts';
import { openSession, type CentreSession } from '#app/team/centre-session.ts';
import { createCentre } from '#app/team/create-centre.ts';
import { newRoundSecrets } from '#app/team/round-secrets.ts';
import type { TeamDeps } from '#app/team/team-deps.ts';
import { rollBackground, rollMode } from './demo-background.ts';
import { levelOf, rollCounts, rollMark } from './demo-marks.ts';
import {
  demoCentre,
  demoComments,
  demoGoals,
  demoQuotes,
  demoReflections,
  demoWorry,
} from './demo-texts.ts';
import { createDice, type Dice } from './dice.ts';

/** How many answered, by form, this year first and then one, two and three years ago. */
const people: Readonly<Record<FormId, readonly number[]>> = {
  reflection: [9, 8, 9, 7],
  parents: [34, 29, 31, 26],
  // Last year's child survey came too late: five answers are too few to show.
  children: [41, 5, 33, 30],
};
/** Before this many years ago there was an earlier form, known as counts only: the series is broken there. */
const ownYears = 3;
const forms: readonly FormId[] = ['reflection', 'parents', 'children'];
/** Statements that the example team has not agreed on yet, so that the dialogue can be tried. */
const notAgreedYet = ['r08', 'r16', 'r25', 'r30'];

/**
 * Makes the example centre through the same commands, seals and store as a real one: an earlier
 * form's year as counts, and since then rounds with real sealed answers. Gives its space. `progress` is told 0–1.
 */
export async function createDemo(
  deps: TeamDeps,
  keyStore: KeyStore,
  cards: CardStore,
  progress: (done: number) => void,
): Promise<string> {
  const keys = await createCentre(
    deps,
    { ...demoCentre, services: [...demoCentre.services] },
    true,
  );
  const session = openSession(deps, keys);
  const dice = createDice(2026);
  const year = deps.now().getFullYear();
  try {
    await session.refresh();
    const steps: (() => Promise<void>)[] = [
      ...[3, 2, 1].map((yearsAgo) => () => enterYear(session, dice, year, yearsAgo)),
      ...[2, 1].flatMap((yearsAgo) =>
        (['parents', 'children'] as const).map(
          (form) => () => holdRound(session, cards, dice, form, year, yearsAgo),
        ),
      ),
      ...forms.map((form) => () => holdRound(session, cards, dice, form, year, 0)),
      () => agreePositions(session, year, 0),
      () => setGoals(session, year),
      () => writeRoutine(session, year),
    ];
    for (const [at, step] of steps.entries()) {
      progress(at / steps.length);
      await step();
    }
  } catch (error) {
    await cards.forget([...session.ledger.value.roundKeys.keys()]);
    await session.stop();
    await deleteStore(keys.space, deps.storage);
    throw error;
  }
  await session.stop();
  await keyStore.put(keys);
  progress(1);
  return keys.space;
}

async function enterYear(
  session: CentreSession,
  dice: Dice,
  year: number,
  yearsAgo: number,
): Promise<void> {
  for (const id of forms) {
    if (id !== 'reflection' && yearsAgo < ownYears) continue;
    const answered = people[id][yearsAgo] ?? 0;
    const counts = Object.fromEntries(
      countedItemsOf(currentForm(id)).map((item) => [
        item.id,
        rollCounts(dice, item, yearsAgo, answered),
      ]),
    );
    await session.act((ledger) =>
      enterHistory(ledger.book, id, year - yearsAgo, answered, counts, session.commandDeps),
    );
  }
  await agreePositions(session, year, yearsAgo);
}

async function agreePositions(
  session: CentreSession,
  year: number,
  yearsAgo: number,
): Promise<void> {
  const fields: Record<string, JsonValue> = {};
  for (const item of countedItemsOf(currentForm('reflection'))) {
    if (yearsAgo === 0 && notAgreedYet.includes(item.id)) continue;
    const stop = 1 + Math.round(levelOf(item, yearsAgo) * 5);
    fields[bookPaths.positionMark(year - yearsAgo, item.id)] = stop;
    const comment = yearsAgo === 0 ? demoComments[item.id] : undefined;
    if (comment !== undefined) fields[bookPaths.positionComment(year, item.id)] = comment;
  }
  await session.act((ledger) => setFields(ledger.book, fields, session.commandDeps));
}

async function holdRound(
  session: CentreSession,
  cards: CardStore,
  dice: Dice,
  id: FormId,
  thisYear: number,
  yearsAgo: number,
): Promise<void> {
  const year = thisYear - yearsAgo;
  const { commandDeps, keys } = session;
  const form = currentForm(id);
  const centre = centreView(session.ledger.value);
  const { round, secrets } = await newRoundSecrets(keys.space, form, year, centre);
  const opens = `${year}-01-07`;
  const closes = `${year}-01-31`;
  await session.act((ledger) => openRound(ledger, round, secrets, opens, closes, commandDeps));
  await cards.keep({ round, sealedCard: secrets.sealedCard, opens, closes });
  const answers = Array.from({ length: people[id][yearsAgo] ?? 0 }, () =>
    rollAnswer(dice, form, yearsAgo),
  );
  await session.act(() =>
    [...answers, ...(id !== 'children' && yearsAgo === 0 ? texts(form) : [])].map((body) =>
      newRecord(commandDeps, 'answer', round, body),
    ),
  );
  if (id === 'reflection') {
    await session.act((ledger) => {
      const step = revealRound(ledger, round, closes, commandDeps);
      return step.ok ? step.value : [];
    });
  }
  const families = id === 'parents' ? 80 : null;
  await session.act((ledger) => closeRound(ledger, round, families, closes, commandDeps));
}

function rollAnswer(dice: Dice, form: Form, yearsAgo: number): MarksAnswer {
  const marks: Record<string, Mark> = {};
  for (const item of countedItemsOf(form)) marks[item.id] = rollMark(dice, item, yearsAgo);
  const child = {
    band: dice.roll() < 0.1 && yearsAgo !== 1 ? 'under4' : 'from4to6',
    help: dice.roll() < 0.3 ? 'helped' : 'alone',
    practice: 'met',
  } as const;
  return {
    v: 1,
    type: 'marks',
    form: form.id,
    formVersion: form.version,
    mode: form.id === 'parents' ? rollMode(dice) : 'tablet',
    ...(form.id === 'children' ? child : {}),
    marks,
    choices: form.id === 'parents' ? rollBackground(dice) : {},
  };
}

async function writeRoutine(session: CentreSession, year: number): Promise<void> {
  const { commandDeps } = session;
  const { routine, phone, action, day } = demoWorry;
  const fields = {
    [bookPaths.worryRoutine]: routine,
    [bookPaths.worryPhone]: phone,
    // So that the example's earlier years are not due to be purged the moment it is made.
    [bookPaths.retentionMonths]: 60,
  };
  await session.act((ledger) => setFields(ledger.book, fields, commandDeps));
  await session.act(() => logWorry({ day: `${year}-${day}`, action }, commandDeps));
}

function texts(form: Form): readonly TextAnswer[] {
  const written = form.id === 'parents' ? demoQuotes : demoReflections;
  return written.map((text) => ({
    v: 1,
    type: 'text',
    form: form.id,
    formVersion: form.version,
    ...text,
  }));
}

const goalPlanFields = ['actions', 'measureBy', 'outcome', 'difference'] as const;

async function setGoals(session: CentreSession, year: number): Promise<void> {
  const { commandDeps } = session;
  for (const { month, evidence, plan, ...goal } of demoGoals) {
    let id = '';
    await session.act(({ book }) => {
      const draft = { ...goal, year, evidence: [...evidence], due: `${year}-${month}` };
      const chosen = chooseGoal(book, draft, commandDeps);
      id = chosen.goal;
      return chosen.records;
    });
    const check = { day: `${year}-11-05`, count: '17', note: 'Flest på förmiddagen.' };
    await session.act(({ book }) => [
      ...goalPlanFields.flatMap((field) =>
        setField(book, bookPaths.goal(id, field), plan[field], commandDeps),
      ),
      ...(['day', 'count', 'note'] as const).flatMap((field) =>
        plan.measureBy.by === 'count'
          ? setField(book, bookPaths.goalCheck(id, 'november', field), check[field], commandDeps)
          : [],
      ),
    ]);
  }
}

import { newRecord } from '#commands/command-deps.ts';
import { openRound } from '#commands/open-round.ts';
import { setFields } from '#commands/set-field.ts';
import { closeRound, revealRound } from '#commands/take-step.ts';
import { countedItemsOf, type Form, type FormId, type Mark } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { centreView } from '#projections/centre-view.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { Answer } from '#records/answer.ts';
import type { JsonValue } from '#records/json.ts';
import type { StoredEnvelope } from '#store/centre-store.ts';
import type { CentreKeys } from '#store/key-store.ts';
import { openSession, type CentreSession } from '#app/team/centre-session.ts';
import { createCentre } from '#app/team/create-centre.ts';
import { demoCentre } from '#app/team/demo/demo-texts.ts';
import { newRoundSecrets } from '#app/team/round-secrets.ts';
import type { TeamDeps } from '#app/team/team-deps.ts';

/** One year's hand-ins by form, and how many free texts came with them. */
export interface YearSize {
  readonly answers: Readonly<Record<FormId, number>>;
  readonly texts: number;
}

const forms: readonly FormId[] = ['reflection', 'parents', 'children'];
const sentence = 'Det är lätt att komma hit och alla känner igen oss. ';

function answerOf(form: Form, at: number): Answer {
  const marks: Record<string, Mark> = {};
  for (const [index, item] of countedItemsOf(form).entries()) {
    marks[item.id] = (1 + ((at * 7 + index * 3) % 4)) as Mark; // On every scale there is.
  }
  const { id, version } = form;
  const child = { band: 'from4to6', help: 'alone', practice: 'met' } as const;
  const mode = id === 'parents' ? 'phone' : 'tablet';
  const common = { v: 1, type: 'marks', form: id, formVersion: version, mode } as const;
  return { ...common, ...(id === 'children' ? child : {}), marks, choices: {} };
}

function textOf(form: Form, at: number): Answer {
  const text = sentence.repeat(1 + (at % 4)).trim();
  return { v: 1, type: 'text', form: form.id, formVersion: form.version, item: 'p-good', text };
}

/** A centre, and by round what its other devices collected: sealed, and not taken in yet. */
export interface LargeCentre {
  readonly keys: CentreKeys;
  readonly collected: readonly (readonly StoredEnvelope[])[];
}

/**
 * Makes a centre through the product's own commands, seals and store, and years of sealed answers. `store.append` from
 * elsewhere takes them in, as a device takes in what others collected.
 */
export async function makeLargeCentre(
  deps: TeamDeps,
  years: readonly number[],
  size: YearSize,
): Promise<LargeCentre> {
  const keys = await createCentre(
    deps,
    { ...demoCentre, services: [...demoCentre.services] },
    false,
  );
  const session = openSession(deps, keys);
  const collected: (readonly StoredEnvelope[])[] = [];
  await session.refresh();
  for (const year of years) {
    for (const id of forms) collected.push(await holdRound(session, id, year, size));
    const fields: Record<string, JsonValue> = { [bookPaths.yearBegun(year)]: true };
    for (const [at, item] of countedItemsOf(currentForm('reflection')).entries()) {
      fields[bookPaths.positionMark(year, item.id)] = 1 + (at % 6);
    }
    await session.act((ledger) => setFields(ledger.book, fields, session.commandDeps));
  }
  await session.stop();
  return { keys, collected };
}

async function holdRound(
  session: CentreSession,
  id: FormId,
  year: number,
  size: YearSize,
): Promise<readonly StoredEnvelope[]> {
  const { commandDeps, keys, keyring } = session;
  const form = currentForm(id);
  const centre = centreView(session.ledger.value);
  const { round, secrets } = await newRoundSecrets(keys.space, form, year, centre);
  const [opens, closes] = [`${year}-01-07`, `${year}-01-31`];
  await session.act((ledger) => openRound(ledger, round, secrets, opens, closes, commandDeps));
  if (id === 'reflection') {
    await session.act((ledger) => {
      const step = revealRound(ledger, round, closes, commandDeps);
      return step.ok ? step.value : [];
    });
  }
  const families = id === 'reflection' ? null : size.answers[id];
  await session.act((ledger) => closeRound(ledger, round, families, closes, commandDeps));
  const count = size.answers[id];
  const bodies = Array.from({ length: count }, (_unused, at) => answerOf(form, at));
  const texts = id === 'parents' ? size.texts : 0;
  for (let at = 0; at < texts; at += 1) bodies.push(textOf(form, at));
  const envelopes: StoredEnvelope[] = [];
  for (let at = 0; at < bodies.length; at += 64) {
    const some = bodies.slice(at, at + 64);
    const records = some.map((body) => newRecord(commandDeps, 'answer', round, body));
    envelopes.push(...(await Promise.all(records.map((record) => keyring.seal(record)))));
  }
  return envelopes;
}

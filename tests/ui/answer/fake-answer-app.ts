import { signal } from '@preact/signals';
import type {
  AnswerApp,
  AnswerPhase,
  Delivery,
  Draft,
  HandInResult,
} from '#app/answer/answer-app.ts';
import { createDraft } from '#app/answer/create-draft.ts';
import { currentForm } from '#instruments/forms.ts';
import type { FormId } from '#instruments/form.ts';
import type { Card } from '#records/card.ts';
import { roundForm } from '#records/round-form.ts';

const emptyDraft: Draft = { marks: {}, choices: {}, texts: {} };

/** Stands in for the browser's deps; the fake needs none. */
export function browserAnswerDeps(): undefined {
  return undefined;
}

const id = (letter: string): string => `l-${letter.repeat(21)}A`;

/** The centre's own questions: one in two languages, two in Swedish alone. */
const ownQuestions: Card['questions'] = [
  {
    id: id('a'),
    kind: 'agree',
    options: [],
    texts: {
      sv: { text: 'Gungorna på gården är trygga' },
      en: { text: 'The swings in the yard are safe' },
    },
  },
  {
    id: id('b'),
    kind: 'choice',
    options: ['o1', 'o2'],
    texts: {
      sv: {
        text: 'Vilken dag ska vi ha kvällsöppet?',
        options: { o1: 'Tisdag', o2: 'Torsdag' },
      },
    },
  },
  {
    id: id('c'),
    kind: 'text',
    options: [],
    texts: { sv: { text: 'Vad ska vi laga till lunch?' } },
  },
];

function phaseOf(wanted: string, form: FormId, asked: URLSearchParams): AnswerPhase {
  const card = {
    v: 1 as const,
    space: '',
    round: '',
    key: '',
    publicKey: '',
    form,
    formVersion: 1,
    year: 2026,
    centre: 'Familjecentralen Hjortronet',
    services: ['childHealth' as const, 'openPreschool' as const, 'socialServices' as const],
    responsible: { name: 'Vätterns kommun', contact: 'dataskydd@vattern.example' },
    questions: asked.has('own') ? ownQuestions : [],
    voices: {},
  };
  if (wanted === 'notYetOpen') return { kind: 'notYetOpen', card, opens: '2026-11-09' };
  if (wanted === 'closed') return { kind: 'closed', card, closes: '2026-11-22' };
  if (wanted !== 'ready') return { kind: wanted as 'badLink' };
  return { kind: 'ready', card, form: roundForm(currentForm(form), card) };
}

/**
 * A headless app that keeps nothing: `#form=parents&mode=phone&phase=ready&delivery=sent&fail=full`, and where they are
 * named `&own` questions, a `&found=<step>` draft, `&again`, `&unsaved`, `&stuck` on its way.
 */
export function createAnswerApp(): AnswerApp {
  const asked = new URLSearchParams(location.hash.slice(1));
  const form = (asked.get('form') ?? 'parents') as FormId;
  const phase = signal<AnswerPhase>({ kind: 'loading' });
  const delivery = signal<Delivery>({ kind: 'none' });
  const isHandedIn = signal(asked.has('again'));
  const isWhole = signal(false);
  const draft = createDraft(undefined);
  setTimeout(() => {
    const step = asked.get('found');
    if (step !== null) {
      const said = { ...emptyDraft, marks: { 'p-near': 4 } };
      draft.offer({ draft: said, language: 'sv', step, interview: false });
    }
    phase.value = phaseOf(asked.get('phase') ?? 'ready', form, asked);
    isWhole.value = true;
  }, 50);

  return {
    ...draft,
    phase,
    draft: draft.value,
    delivery,
    mode: asked.get('mode') === 'tablet' ? 'tablet' : 'phone',
    isWhole,
    isUnsaved: signal(asked.has('unsaved')),
    canSendUnsaved: true,
    isHandedIn,
    welcomeAnother: () => {
      isHandedIn.value = false;
    },
    continueDraft: draft.goOn,
    dropDraft: draft.drop,
    async handIn(how): Promise<HandInResult> {
      if (asked.has('stuck')) {
        delivery.value = { kind: 'unsent' };
        return new Promise(() => undefined);
      }
      await new Promise((done) => setTimeout(done, 300));
      const fail = asked.get('fail');
      if (fail !== null && how === undefined) return { ok: false, why: fail as 'full' };
      const given = draft.value.value;
      const { marks, choices, texts } = given;
      if ([marks, choices, texts].every((part) => Object.keys(part).length === 0)) {
        return { ok: false, why: 'empty' };
      }
      (window as unknown as { handedIn: Draft[] }).handedIn ??= [];
      (window as unknown as { handedIn: Draft[] }).handedIn.push(given);
      await draft.clear();
      const kind = asked.get('delivery') ?? 'sent';
      delivery.value = kind === 'sent' ? { kind } : { kind: kind as 'waiting', count: 3 };
      return { ok: true };
    },
    startOver: () => void draft.clear(),
    retry: () => Promise.resolve(),
    recording: () => Promise.resolve(undefined),
    keepRecordings: () => Promise.resolve(true),
    teamUrl: './index.html',
    stop: () => undefined,
  };
}

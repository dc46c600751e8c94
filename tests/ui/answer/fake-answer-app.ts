import { signal } from '@preact/signals';
import type {
  AnswerApp,
  AnswerPhase,
  Delivery,
  Draft,
  HandInResult,
} from '#app/answer/answer-app.ts';
import { currentForm } from '#instruments/forms.ts';
import type { FormId } from '#instruments/form.ts';

const emptyDraft: Draft = { marks: {}, choices: {}, texts: {} };

/** Stands in for the browser's deps; the fake needs none. */
export function browserAnswerDeps(): undefined {
  return undefined;
}

function phaseOf(wanted: string, form: FormId): AnswerPhase {
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
    questions: [],
    voices: {},
  };
  if (wanted === 'notYetOpen') return { kind: 'notYetOpen', card, opens: '2026-11-09' };
  if (wanted === 'closed') return { kind: 'closed', card, closes: '2026-11-22' };
  if (wanted !== 'ready') return { kind: wanted as 'badLink' };
  return { kind: 'ready', card, form: currentForm(form) };
}

/** A headless app that keeps nothing: `#form=parents&mode=phone&phase=ready&delivery=sent&fail=full`. */
export function createAnswerApp(): AnswerApp {
  const asked = new URLSearchParams(location.hash.slice(1));
  const form = (asked.get('form') ?? 'parents') as FormId;
  const phase = signal<AnswerPhase>({ kind: 'loading' });
  const draft = signal(emptyDraft);
  const delivery = signal<Delivery>({ kind: 'none' });
  setTimeout(() => {
    phase.value = phaseOf(asked.get('phase') ?? 'ready', form);
  }, 50);

  return {
    phase,
    draft,
    delivery,
    mode: asked.get('mode') === 'tablet' ? 'tablet' : 'phone',
    mark(item, mark) {
      const { [item]: _, ...marks } = draft.value.marks;
      draft.value = {
        ...draft.value,
        marks: mark === undefined ? marks : { ...marks, [item]: mark },
      };
    },
    choose(item, options) {
      draft.value = { ...draft.value, choices: { ...draft.value.choices, [item]: options } };
    },
    write(item, text) {
      draft.value = { ...draft.value, texts: { ...draft.value.texts, [item]: text } };
    },
    setChild(child) {
      draft.value = { ...draft.value, ...child };
    },
    async handIn(): Promise<HandInResult> {
      await new Promise((done) => setTimeout(done, 300));
      const fail = asked.get('fail');
      if (fail !== null) return { ok: false, why: fail as 'full' };
      const { marks, choices, texts } = draft.value;
      if ([marks, choices, texts].every((part) => Object.keys(part).length === 0)) {
        return { ok: false, why: 'empty' };
      }
      (window as unknown as { handedIn: Draft[] }).handedIn ??= [];
      (window as unknown as { handedIn: Draft[] }).handedIn.push(draft.value);
      draft.value = emptyDraft;
      const kind = asked.get('delivery') ?? 'sent';
      delivery.value = kind === 'sent' ? { kind } : { kind: kind as 'waiting', count: 3 };
      return { ok: true };
    },
    startOver() {
      draft.value = emptyDraft;
    },
    retry: () => Promise.resolve(),
    teamUrl: './index.html',
    stop: () => undefined,
  };
}

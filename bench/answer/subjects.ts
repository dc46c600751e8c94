import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  handInFormbricks,
  handInOurs,
  handInPlain,
  handInSurveyJs,
  type HandIn,
} from './hand-in.ts';
import type { BenchForm } from './questions.ts';
import type { VisitPlan } from './watch-visit.ts';
import type { Wire } from './wire.ts';

/** What is measured: a page behind a wire, how a person comes to its first question, and how it is handed in. */
export interface Subject {
  readonly name: string;
  readonly address: string;
  readonly wire: Wire;
  readonly plan: VisitPlan;
  /** The way of the second visit, without a network; absent where the page is not made for one. */
  readonly again?: VisitPlan;
  readonly handIn: HandIn;
}

/** Peers that are packages of others (bench/peers). */
export const foreignPeers = ['surveyjs', 'formbricks'] as const;
/** All that can be compared; `plain` is what the goals are ratios of. */
export const subjectNames = ['plain', ...foreignPeers, 'spegla'] as const;

const root = join(import.meta.dirname, '../..');

function wordOf(file: string, ...path: readonly string[]): string {
  let node: unknown = JSON.parse(readFileSync(join(root, 'locales/sv', file), 'utf8'));
  for (const name of path) {
    node = typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined;
  }
  if (typeof node !== 'string') throw new Error(`no text ${path.join('.')}`);
  return node;
}

/** Native radios, checked by the page's own hand: what is chosen is drawn from what the page keeps. */
const radioPlan = (item: string, nth = 0): VisitPlan => ({
  question: {
    selector: `label:has(input[name="${item}"])`,
    nth,
    kept: { in: 'target', selector: 'input:checked' },
  },
  before: [],
});

const surveyJsPlan: VisitPlan = {
  question: {
    selector: '.sd-question label.sd-selectbase__label',
    kept: { in: 'page', selector: '.sd-item--checked input:checked' },
  },
  before: [],
};

/** The language, and the way on; the first question itself. `nth`: an answer that a kept draft has not chosen yet. */
function ourPlan(item: string, nth: number): VisitPlan {
  const language = '[data-language="sv"]';
  return {
    ...radioPlan(item, nth),
    before: [
      {
        selector: `button${language}`,
        kept: { in: 'page', selector: `button${language}[aria-pressed="true"], html${language}` },
      },
      { selector: 'button', text: wordOf('answer.json', 'start', 'begin') },
      // Who comes back to what was begun.
      { selector: 'button', text: wordOf('answer.json', 'draft', 'continue') },
    ],
  };
}

/** The subject of this name; `link` is the answer link of a round that is open. */
export function subjectOf(
  name: string,
  form: BenchForm,
  wires: { readonly peers: Wire; readonly spegla: Wire },
  link: string,
): Subject {
  const first = form.questions[0]?.id ?? '';
  const { peers, spegla } = wires;
  const peer = { name, wire: peers, address: `${peers.origin}/${name}.html` };
  switch (name) {
    case 'plain':
      return { ...peer, plan: radioPlan(first), handIn: handInPlain };
    case 'surveyjs':
      return { ...peer, plan: surveyJsPlan, handIn: handInSurveyJs };
    case 'formbricks':
      return { ...peer, plan: radioPlan(first), handIn: handInFormbricks };
    case 'spegla':
      return {
        name,
        wire: spegla,
        address: link.replace(new URL(link).origin, spegla.origin),
        plan: ourPlan(first, 0),
        again: ourPlan(first, 1),
        handIn: handInOurs({
          onward: [
            wordOf('answer.json', 'start', 'begin'),
            wordOf('answer.json', 'frame', 'next'),
            wordOf('answer.json', 'frame', 'toReview'),
          ],
          handIn: wordOf('answer.json', 'review', 'handIn'),
          thanks: wordOf('answer.json', 'thanks', 'title'),
        }),
      };
    default:
      throw new Error(`there is no peer ${name}`);
  }
}

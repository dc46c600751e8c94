import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { press, setupAnswerPages, type AnswerPages } from '../ui/answer/setup-answer-page.ts';
import { expectRead, expectShown } from './expect-shown.ts';
import { giveTablet, tapFace, tapOn } from './tablet-steps.ts';
import { answer, children, parents, tablet } from './texts.ts';

/** Gives the browser a Swedish voice of its own, which writes down what it is asked to say. */
function installVoice(): void {
  const said: string[] = [];
  class Utterance extends EventTarget {
    readonly text: string;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  const voice = {
    lang: 'sv-SE',
    localService: true,
    name: 'Svensk',
    voiceURI: 'sv',
    default: true,
  };
  const speaker = Object.assign(new EventTarget(), {
    getVoices: () => [voice],
    cancel: () => undefined,
    speak: (utterance: Utterance) => {
      said.push(utterance.text);
      setTimeout(() => utterance.dispatchEvent(new Event('end')));
    },
  });
  Object.defineProperty(window, 'speechSynthesis', { value: speaker });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  Object.defineProperty(window, 'said', { value: said });
}

const lastSaid = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (window as unknown as { said: string[] }).said.at(-1));

describe('what a device’s own voice says', () => {
  let pages: AnswerPages;
  beforeAll(async () => {
    pages = await setupAnswerPages();
  }, 120_000);
  afterAll(() => pages.stop());

  async function openWithVoice(hash: string): Promise<Page> {
    const page = await pages.open(hash, { hasTouch: true });
    await page.addInitScript(installVoice);
    await page.reload();
    await page.locator('[data-language=sv]').click();
    return page;
  }

  test('a child hears what the faces mean, and the practice once more', async () => {
    const page = await openWithVoice('form=children&mode=tablet');
    await expectShown(page.getByText(tablet('child.adultLeadHeard')));
    // The switch is for the taps: a voice is heard all the same.
    await page.getByRole('switch', { name: tablet('tablet.sound') }).uncheck();
    await giveTablet(page);
    await expectRead(() => lastSaid(page), `${children.intro} ${tablet('child.want')}`);
    await tapOn(page, tablet('child.wantYes'), children.text('c-practice'));
    const practice = `${children.text('c-practice')} Ja. Ibland. Nej.`;
    await expectRead(() => lastSaid(page), `${children.help('c-practice')} ${practice}`);
    await tapFace(page, children.point('yes3', 1));
    await press(page, tablet('child.next'));
    await expectRead(() => lastSaid(page), `${tablet('child.again')} ${practice}`);
    await tapFace(page, children.point('yes3', 3));
    await tapOn(page, tablet('child.next'), children.text('c-feel'));
    await expectRead(() => lastSaid(page), 'Hur känns det att vara här? Glad. Sådär. Ledsen.');
  });

  test('a parent hears the statement and then its answers', async () => {
    const page = await openWithVoice('form=parents&mode=phone');
    await press(page, answer('start.begin'));
    const statement = parents.text('p-near');
    const listen = page.getByRole('button', {
      name: answer('listen.playQuestion', { question: statement }),
    });
    await listen.click();
    const points = [4, 3, 2, 1].map((point) => parents.point('agree4', point));
    const others = ['unknown', 'notUsed'].map((other) => parents.nonAnswer('agree4', other));
    await expectRead(
      () => lastSaid(page),
      [statement, ...[...points, ...others].map((words) => `${words}.`)].join(' '),
    );
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answerLanguages } from '#i18n/answer-languages.ts';
import arabicFile from '#locales/ar/parents.json' with { type: 'json' };
import { createFormTexts } from '#i18n/form-texts.ts';
import { itemsOf } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { expectGone, expectRead, expectShown } from './expect-shown.ts';
import { a4, goByPanel, paper, paperWork, pickLanguages, printed } from './paper-steps.ts';
import { readQr } from './read-qr.ts';
import { openRound, phoneLink } from './round-steps.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { button, join, makeTeamLink, setupCentre } from './team-steps.ts';
import { parents, reflection, team } from './texts.ts';

const codes = answerLanguages.map(({ code }) => code);

describe('a coordinator prints', () => {
  let spegla: Spegla;
  let device: Device;
  let link: string;
  beforeAll(async () => {
    spegla = await setupSpegla();
    device = await setupCentre(spegla, 'Solrosen');
    await openRound(device.page, 'parents');
    await openRound(device.page, 'reflection');
    link = await phoneLink(device.page, 'parents');
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  const sheet = (): ReturnType<Device['page']['locator']> => device.page.locator('.poster-sheet');
  const code = () =>
    device.page
      .getByRole('img', { name: paperWork('print.qr', { form: team('forms.parents') }) })
      .first();

  test('a poster of exactly one sheet, with the code and nothing of the screen around it', async () => {
    const { page } = device;
    await goByPanel(page, 'parents', team('rounds.poster'));
    await expectShown(sheet().getByText(paper('poster.headline')));
    for (const words of ['Solrosen', 'Region Solsidan', paper('poster.otherWays')]) {
      await expectShown(sheet().getByText(words));
    }
    expect(await printed(page)).toEqual({ pages: 1, size: a4 });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await readQr(code())).toBe(link);
    for (const around of [button(page, paperWork('print.do')), page.getByRole('contentinfo')]) {
      expect(await around.isVisible()).toBe(false);
    }
    await page.emulateMedia({ media: null, colorScheme: 'light' });
  });

  test.each([1, 2, 4, 6, 9, codes.length])(
    'a poster in %i languages: still one sheet, nothing cut off, and the code still read',
    async (count) => {
      const { page } = device;
      const picked = codes.slice(0, count);
      await pickLanguages(page, picked);
      await expectRead(() => sheet().locator('.poster-words').count(), count);
      await expectRead(
        () =>
          sheet().evaluate(
            ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
              scrollHeight <= clientHeight && scrollWidth <= clientWidth,
          ),
        true,
      );
      expect(await printed(page)).toEqual({ pages: 1, size: a4 });
      await page.emulateMedia({ media: 'print' });
      expect(await readQr(code())).toBe(link);
      const words = sheet().locator('.poster-words');
      const directions = await words.evaluateAll((all) =>
        all.map((one) => one.getAttribute('dir')),
      );
      expect(directions).toEqual(answerLanguages.slice(0, count).map(({ direction }) => direction));
      await page.emulateMedia({ media: null });
    },
  );

  test('a poster whose languages the whole team shares', async () => {
    const { page } = device;
    await pickLanguages(page, ['sv', 'ar', 'fi']);
    const colleague = await spegla.device();
    await join(colleague, await makeTeamLink(page), 'Kollegans dator');
    await expectShown(colleague.page.getByText(team('sync.synced')));
    await goByPanel(colleague.page, 'parents', team('rounds.poster'));
    const words = colleague.page.locator('.poster-words');
    await expectRead(
      () => words.evaluateAll((all) => all.map((one) => one.getAttribute('lang'))),
      ['sv', 'ar', 'fi'],
    );
  });

  test('eight slips on a sheet, or two in large print, each with the code', async () => {
    const { page } = device;
    await goByPanel(page, 'parents', paperWork('share.slips'));
    const slips = page.locator('.slip');
    await expectRead(() => slips.count(), 8);
    expect(await printed(page)).toEqual({ pages: 1, size: a4 });
    await page.emulateMedia({ media: 'print' });
    for (const at of [0, 7]) expect(await readQr(slips.nth(at).getByRole('img'))).toBe(link);
    await page.emulateMedia({ media: null });
    await button(page, paperWork('print.slipsLarge')).click();
    await expectRead(() => slips.count(), 2);
    expect(await printed(page)).toEqual({ pages: 1, size: a4 });
    await page.emulateMedia({ media: 'print' });
    expect(await readQr(slips.first().getByRole('img'))).toBe(link);
    await page.emulateMedia({ media: null });
  });

  test('the survey on paper in Arabic: right to left, all questions, the scale’s meaning kept', async () => {
    const { page } = device;
    await goByPanel(page, 'parents', paperWork('share.form'));
    await page.getByLabel(paperWork('print.formLanguage'), { exact: true }).selectOption('ar');
    const form = page.locator('.form-sheet[lang=ar]');
    await expectShown(form);
    expect(await form.getAttribute('dir')).toBe('rtl');
    const arabic = createFormTexts(arabicFile);
    const items = itemsOf(currentForm('parents'));
    const questions = form.locator('.form-question');
    expect(await questions.count()).toBe(items.length);
    for (const [at, item] of items.entries()) {
      expect(await questions.nth(at).textContent()).toContain(arabic.text(item.id));
    }
    expect(await form.textContent()).toContain('112');
    // The first answer is still the one that agrees; on paper it stands at the right.
    const first = questions.first().locator('li');
    expect(await first.first().textContent()).toBe(`1 ${arabic.point('agree4', 4)}`);
    const places = await first.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().x),
    );
    expect(places).toEqual(places.toSorted((a, b) => b - a));
    const { pages, size } = await printed(page);
    expect(size).toEqual(a4);
    expect(pages).toBeLessThanOrEqual(4);
  });

  test('the survey in large print, never divided in the middle of a question', async () => {
    const { page } = device;
    await page.getByLabel(paperWork('print.formLanguage'), { exact: true }).selectOption('sv');
    await button(page, paperWork('print.formLarge')).click();
    const form = page.locator('.form-sheet-large[lang=sv]');
    await expectShown(form);
    await page.emulateMedia({ media: 'print' });
    const sizes = await form.locator('.form-question-text').evaluateAll((all) =>
      all.map((one) => ({
        px: Number.parseFloat(getComputedStyle(one).fontSize),
        inside: getComputedStyle(one.parentElement ?? one).breakInside,
      })),
    );
    // The points stand one under another without a gap, though what is no answer beside them takes two lines.
    const [first, second, third] = await form
      .locator('.form-options-scale')
      .first()
      .locator('li')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect((third ?? 0) - (second ?? 0)).toBeCloseTo((second ?? 0) - (first ?? 0), 0);
    // The foot comes with a question, so that no page holds it alone.
    const end = form.locator('.form-sheet-end');
    expect(await end.evaluate((one) => getComputedStyle(one).breakInside)).toBe('avoid');
    await expectShown(end.locator('.form-question'));
    await expectShown(end.getByText(paper('form.handIn')));
    await page.emulateMedia({ media: null });
    expect(sizes.every(({ px }) => px >= 24)).toBe(true); // 18 points
    expect(sizes.every(({ inside }) => inside === 'avoid')).toBe(true);
    expect((await printed(page)).size).toEqual(a4);
  });

  test('an empty self-reflection with "Fungerar" to the left, in the order of the form in use', async () => {
    const { page } = device;
    await goByPanel(page, 'reflection', paperWork('share.reflectionForm'));
    const questions = page.locator('.form-question');
    await expectRead(() => questions.count(), 30);
    const items = itemsOf(currentForm('reflection'));
    for (const at of [0, 16, 29]) {
      const words = await questions.nth(at).textContent();
      expect(words).toContain(reflection.heading(items[at]?.id ?? ''));
    }
    const ends = questions.first().locator('.form-stops > span:not(.form-box)');
    expect(await ends.allTextContents()).toEqual([
      reflection.point('working6', 6),
      reflection.point('working6', 1),
    ]);
    expect(await questions.first().locator('.form-stops > .form-box').count()).toBe(6);
    expect((await printed(page)).size).toEqual(a4);
    await expectGone(page.getByRole('group', { name: paperWork('print.what') }));
  });

  test('on screens that everyone can use', async () => {
    const { page } = device;
    const eye = createEye('sv');
    await goByPanel(page, 'parents', team('rounds.poster'));
    await expectShown(sheet());
    await eye.see(page, 'print-poster');
    await button(page, paperWork('print.slips')).click();
    await expectShown(page.locator('.slip').first());
    await eye.see(page, 'print-slips');
    await button(page, paperWork('print.form')).click();
    await expectShown(page.locator('.form-sheet').getByText(parents.text('p-near')));
    await eye.see(page, 'print-form');
    expect(eye.found).toEqual([]);
  });
});

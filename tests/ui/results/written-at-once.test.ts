import { expect, test } from 'vitest';
import { agreeUnanimous } from '#app/team/position-notes.ts';
import { takeBack } from '#app/team/taken-back.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import type { Quote } from '#projections/views.ts';
import { fakeCentre, fakeYear } from './fake-results.ts';

function firstQuote(centre: OpenCentre): Quote {
  const [quote] = centre.results(fakeYear).quotes;
  if (quote === undefined) throw new Error('no quote');
  return quote;
}

test('a mask chosen while another device masked the same text does not bring its word back', async () => {
  const centre = fakeCentre();
  const { resultsWork } = centre;
  const quote = firstQuote(centre);
  const seen = resultsWork.masksOf(quote);
  const [first = '', second = ''] = quote.text.split(' ');
  await resultsWork.maskText(quote, quote.text.replace(first, '[namn]'), seen);
  await resultsWork.maskText(quote, quote.text.replace(second, '[namn]'), seen);
  const masked = firstQuote(centre);
  expect(masked.masksDiffer).toBe(true);
  expect(masked.text.split(' ')).not.toContain(first);
  expect(masked.text.split(' ')).not.toContain(second);
  // And the first choice where it is settled keeps both out.
  const [field] = centre.contested.value;
  if (field === undefined) throw new Error('nothing is contested');
  await centre.setField(field.path, field.choices[0]?.value ?? '', field.edits);
  expect(centre.contested.value).toEqual([]);
  expect(firstQuote(centre)).toMatchObject({ text: masked.text, masksDiffer: false });
});

test('taking a hiding back leaves what another device said since', async () => {
  const centre = fakeCentre();
  const { resultsWork } = centre;
  const quote = firstQuote(centre);
  const edits = await resultsWork.markText(quote, 'hidden', true);
  await resultsWork.markText(quote, 'hidden', false);
  await resultsWork.markText(quote, 'hidden', true);
  await resultsWork.markText(quote, 'hidden', false, edits);
  expect(firstQuote(centre).hidden).toBe(true);
  expect(centre.contested.value).toHaveLength(1);
});

test('what all agree on is taken back without what another device said since', async () => {
  const centre = fakeCentre({ agreed: false, history: false });
  const items = ['r01', 'r02'].map((item) => ({ item, unanimous: 5 }));
  const taken = await agreeUnanimous(centre, fakeYear, items);
  await centre.agreePosition(fakeYear, 'r01', 3);
  await takeBack(centre, taken);
  expect(centre.board(fakeYear).items[1]?.position).toBeNull();
  expect(centre.contested.value[0]?.choices.map(({ value }) => value)).toContain(3);
});

import type { BenchForm, BenchQuestion } from './questions.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function fieldset({ id, text, help, options }: BenchQuestion): string {
  const radios = options.map(
    (option) =>
      `<p><label><input type="radio" name="${id}" value="${option.id}"> ${escaped(option.text)}</label>`,
  );
  const note = help === '' ? '' : `<p>${escaped(help)}`;
  return `<fieldset><legend>${escaped(text)}</legend>${note}${radios.join('')}</fieldset>`;
}

/** The form with nothing but HTML: no script, no style, all of it at once. */
export function plainPage({ title, intro, questions }: BenchForm): string {
  return [
    '<!doctype html><html lang="sv"><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<link rel="icon" href="data:,"><title>${escaped(title)}</title>`,
    `<h1>${escaped(title)}</h1><p>${escaped(intro)}<form method="post" action="/answers">`,
    ...questions.map(fieldset),
    '<p><button>Skicka in</button></form>',
  ].join('');
}

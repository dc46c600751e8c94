import { describe, expect, it } from 'vitest';
import english from '#locales/en/reflection.json' with { type: 'json' };
import swedish from '#locales/sv/reflection.json' with { type: 'json' };
import { createFormTexts } from '#i18n/form-texts.ts';
import { checkTextPack, textPackTemplate, type OwnTexts } from '#records/text-pack-file.ts';
import { packLimits, packText, textPackOf } from '#records/text-pack.ts';

const wordsIn = (file: unknown) => {
  const form = createFormTexts(file);
  return (item: string) => ({
    heading: form.heading(item),
    text: form.text(item),
    help: form.help(item),
  });
};
const own: OwnTexts = { sv: wordsIn(swedish), en: wordsIn(english) };

/** A file of a pack as somebody writes it, with what differs. */
function file(differs: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    spegla: 'spegla-text-pack',
    v: 1,
    form: 'reflection',
    name: 'Länet',
    version: '2027',
    texts: { sv: { r01: { text: 'Vi stöder hälsosamma val.' } } },
    ...differs,
  });
}

const faultsOf = (text: string) => {
  const check = checkTextPack(text, own);
  return check.ok ? [] : check.faults;
};

describe('a text pack', () => {
  it('comes out of its file whole, without white space around', () => {
    const check = checkTextPack(
      file({ name: ' Länet ', texts: { sv: { r01: { text: '  Vi stöder hälsosamma val. ' } } } }),
      own,
    );
    expect(check).toEqual({
      ok: true,
      pack: {
        v: 1,
        form: 'reflection',
        name: 'Länet',
        version: '2027',
        texts: { sv: { r01: { text: 'Vi stöder hälsosamma val.' } }, en: {} },
      },
    });
    expect(check.ok && textPackOf(check.pack)).toEqual(check.ok && check.pack);
  });

  it('begins from a template that changes nothing until somebody changes it', () => {
    const template = JSON.parse(textPackTemplate(own));
    const named = { ...template, name: 'Länet', version: '1' };
    expect(faultsOf(JSON.stringify(named))).toEqual([{ kind: 'nothingNew' }]);
    named.texts.sv.r07.text = 'Vi främjar anknytningen.';
    const check = checkTextPack(`\uFEFF${JSON.stringify(named)}`, own);
    expect(check.ok && Object.keys(check.pack.texts.sv)).toEqual(['r07']);
    // The English of a statement whose Swedish was changed goes along: it is what was there for it.
    expect(check.ok && Object.keys(check.pack.texts.en ?? {})).toEqual(['r07']);
  });

  it.each([
    ['{"spegla":', 'notJson'],
    ['[]', 'notAPack'],
    ['{"name":"Länet"}', 'notAPack'],
    [file({ v: 2 }), 'newer'],
    [file({ form: 'parents' }), 'otherForm'],
    [file({ name: '  ' }), 'name'],
    [file({ name: 'x'.repeat(packLimits.name + 1) }), 'name'],
    [file({ version: 7 }), 'version'],
    [file({ texts: 'r01' }), 'noTexts'],
    [file({ texts: {} }), 'nothingNew'],
  ])('is refused where the file is none: %#', (text, kind) => {
    expect(faultsOf(text)).toEqual([{ kind }]);
  });

  it('tells every fault of its texts at once, each with its place', () => {
    const texts = {
      sv: {
        r31: { text: 'Finns inte' },
        r02: { txt: 'Felstavat' },
        r03: { text: 3 },
        r04: { text: 'x'.repeat(packLimits.text + 1), heading: 'x'.repeat(packLimits.heading + 1) },
        r05: 'ingen post',
      },
      en: { r06: { text: 'Only in English' } },
      de: {},
    };
    expect(faultsOf(file({ name: '', texts }))).toEqual([
      { kind: 'name' },
      { kind: 'language', language: 'de' },
      { kind: 'unknownItem', item: 'r31', language: 'sv' },
      { kind: 'unknownField', item: 'r02', language: 'sv', field: 'txt' },
      { kind: 'noText', item: 'r02', language: 'sv' },
      { kind: 'notText', item: 'r03', language: 'sv', field: 'text' },
      { kind: 'tooLong', item: 'r04', language: 'sv', field: 'heading' },
      { kind: 'tooLong', item: 'r04', language: 'sv', field: 'text' },
      { kind: 'noText', item: 'r05', language: 'sv' },
      { kind: 'noSwedish', item: 'r06', language: 'en' },
    ]);
  });

  it('is refused where it would not fit in a card', () => {
    const long = { text: 'å'.repeat(packLimits.text), help: 'ä'.repeat(packLimits.help) };
    const items = Array.from({ length: 30 }, (_, at) => `r${String(at + 1).padStart(2, '0')}`);
    const texts = Object.fromEntries(items.map((item) => [item, long]));
    expect(faultsOf(file({ texts: { sv: texts, en: texts } }))).toEqual([{ kind: 'tooLarge' }]);
  });

  it('never throws, and takes no name for a statement that objects merely have', () => {
    const texts = '{"sv":{"__proto__":{"text":"x"},"toString":{"text":"x"}}}';
    expect(faultsOf(file().replace(/\{"sv":.*\}\}\}/u, `${texts}}`))).toEqual([
      { kind: 'unknownItem', item: '__proto__', language: 'sv' },
      { kind: 'unknownItem', item: 'toString', language: 'sv' },
    ]);
    const check = checkTextPack(file(), own);
    if (!check.ok) throw new Error('refused');
    expect(packText(check.pack, 'toString', 'sv')).toBeUndefined();
  });

  it('speaks Swedish where it has no English, and says so', () => {
    const texts = {
      sv: { r01: { text: 'Ett' }, r02: { text: 'Två' } },
      en: { r02: { text: 'Two' } },
    };
    const check = checkTextPack(file({ texts }), own);
    if (!check.ok) throw new Error('refused');
    expect(packText(check.pack, 'r01', 'en')).toEqual({ text: 'Ett', language: 'sv' });
    expect(packText(check.pack, 'r02', 'en')).toEqual({ text: 'Two', language: 'en' });
    expect(packText(check.pack, 'r03', 'sv')).toBeUndefined();
  });
});

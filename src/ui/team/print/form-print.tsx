import { useState } from 'preact/hooks';
import { isStaffLanguage } from '#i18n/languages.ts';
import { paperLanguages, type PaperForm } from '#i18n/paper-texts.ts';
import { Tabs } from '#ui/parts/tabs/tabs.tsx';
import { SelectField } from '#ui/parts/field/field.tsx';
import { Notice } from '#ui/parts/notice/notice.tsx';
import { useText } from '#ui/parts/text/text.tsx';
import { FormSheet } from './form-sheet.tsx';
import { PrintFrame } from './print-frame.tsx';
import type { SheetProps } from './sheet-props.ts';
import { Unreviewed } from './unreviewed.tsx';
import { usePaperTexts } from './use-paper-texts.ts';
import { useStaffTexts } from './use-staff-texts.ts';

const sizes = [
  { value: 'normal', label: 'formNormal' },
  { value: 'large', label: 'formLarge' },
] as const;

/** The whole survey on paper, in one language at a time. */
export function FormPrint({ round, paper, swedish }: SheetProps) {
  const { t } = useText();
  const form: PaperForm = round.form === 'reflection' ? 'reflection' : 'parents';
  const [code, setCode] = useState('sv');
  const [size, setSize] = useState<'normal' | 'large'>('normal');
  const fetched = usePaperTexts([code], form);
  const staff = useStaffTexts(isStaffLanguage(code) ? code : 'sv', swedish);
  const [texts] = fetched.texts ?? [];
  const locals = Object.values(paper.localTexts);
  const untranslated = locals.some((byCode) => byCode[code] === undefined);
  return (
    <PrintFrame
      help={form === 'parents' ? t('paperWork:print.formHelp') : t('paperWork:print.formPages')}
      fetched={fetched}
      tools={
        <>
          <SelectField
            label={t('paperWork:print.formLanguage')}
            value={code}
            options={paperLanguages(form).map(({ code: value, name }) => ({ value, label: name }))}
            onChange={setCode}
          />
          <Tabs
            label={t('paperWork:print.formSize')}
            options={sizes.map(({ value, label }) => ({
              value,
              label: t(`paperWork:print.${label}`),
            }))}
            value={size}
            onChange={setSize}
          />
          {form === 'parents' ? <p class="print-help">{t('paperWork:print.formPages')}</p> : null}
          {untranslated ? <Notice live>{t('paperWork:print.formLocalSwedish')}</Notice> : null}
          <Unreviewed codes={[code]} />
        </>
      }
    >
      {texts === undefined ? null : (
        <FormSheet
          paper={paper}
          year={round.year}
          texts={texts}
          staff={staff}
          large={size === 'large'}
        />
      )}
    </PrintFrame>
  );
}

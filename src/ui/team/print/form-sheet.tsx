import type { PaperRound } from '#app/team/paper-answers.ts';
import type { PaperTexts } from '#i18n/paper-texts.ts';
import type { Translator } from '#i18n/translator.ts';
import type { Item, Section } from '#instruments/form.ts';
import { MirrorMark } from '#ui/team/shell/mirror-mark.tsx';
import { wordingMark } from '#ui/team/wording/wording-mark.ts';
import { FormQuestion } from './form-question.tsx';
import { itemWords } from './item-words.ts';
import './form-sheet.css';

interface FormSheetProps {
  readonly paper: PaperRound;
  readonly year: number;
  readonly texts: PaperTexts;
  /** The staff's words, for the team's own form. */
  readonly staff: Translator;
  readonly large: boolean;
}

/** The whole survey to fill in with a pen, in the order of the screen; right to left as a whole where the language is. */
export function FormSheet({ paper, year, texts, staff, large }: FormSheetProps) {
  const { language, t, form } = texts;
  const { name, contact } = paper.responsible;
  const isParents = paper.form.id === 'parents';
  const items = paper.sections.flatMap((section) => section.items);
  const question = (item: Item) => (
    <FormQuestion
      key={item.id}
      item={item}
      number={items.indexOf(item) + 1}
      words={itemWords(item, texts, paper.localTexts, paper.wording)}
      texts={texts}
      comment={isParents ? null : staff.t('paperWork:print.comment')}
    />
  );
  const foot = (
    <footer class="form-sheet-foot">
      {isParents ? <p class="form-sheet-hand-in">{t('form.handIn')}</p> : null}
      <p>{texts.responsible(name, contact)}</p>
      {paper.wording === null ? null : <p>{wordingMark(staff, paper.wording)}</p>}
    </footer>
  );
  return (
    <article
      class={large ? 'form-sheet form-sheet-large' : 'form-sheet'}
      lang={language.code}
      dir={language.direction}
    >
      <header class="form-sheet-head">
        <MirrorMark />
        <p class="form-sheet-centre">{paper.centre}</p>
        <h2>
          {form.title} <span dir="ltr">{year}</span>
        </h2>
      </header>
      <div class="form-sheet-intro">
        <p>{form.intro}</p>
        {isParents ? (
          <p>
            <strong>{t('form.how')}</strong> {t('form.skip')}
          </p>
        ) : (
          <ReflectionSteps texts={texts} staff={staff} />
        )}
      </div>
      {paper.sections.map((section) => (
        <section key={section.id} class="form-sheet-section">
          <h3>{sectionTitle(section, paper, texts)}</h3>
          {section.items.map((item) => {
            const asked = question(item);
            if (item !== items.at(-1)) return asked;
            return (
              <div key={item.id} class="form-sheet-end">
                {asked}
                {foot}
              </div>
            );
          })}
        </section>
      ))}
    </article>
  );
}

function sectionTitle({ id }: Section, { centre, form }: PaperRound, texts: PaperTexts): string {
  const isCore = form.id === 'reflection' || id !== 'local';
  return isCore ? texts.form.section(id) : texts.localTitle(centre);
}

/** What the six boxes mean: only the ends stand beside them, as in the form in use. */
function ReflectionSteps({ texts, staff }: Pick<FormSheetProps, 'texts' | 'staff'>) {
  const points = [6, 5, 4, 3, 2, 1].map((point) => texts.form.point('working6', point));
  return (
    <>
      <p>
        <strong>{texts.t('form.how')}</strong> {staff.t('paperWork:print.steps')}{' '}
        {points.map((point, at) => `${at + 1} ${point}`).join(' · ')}
      </p>
      <p>{staff.t('paperWork:print.commentsStay')}</p>
    </>
  );
}

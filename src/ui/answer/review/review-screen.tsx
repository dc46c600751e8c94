import type { Section } from '#instruments/form.ts';
import { isAnswered } from '#ui/answer/survey/applicable-sections.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { HandIn } from './hand-in.tsx';
import { ReviewRow } from './review-row.tsx';
import './review-screen.css';

/** Everything that was answered, each to be changed from here, before it is handed in for good. */
export function ReviewScreen({ sections }: { readonly sections: readonly Section[] }) {
  const { app, text } = usePage();
  const heading = useHeadingFocus('review');
  const items = sections.flatMap((section) => section.items);
  const count = items.filter((item) => isAnswered(item, app.draft.value)).length;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {text.t('review.title')}
      </h1>
      <p>
        {text.t('review.lead')} {text.t('review.answered', { count, total: items.length })}
      </p>
      {sections.map((section) => (
        <section key={section.id} class="review-section">
          <h2>{text.form(`sections.${section.id}.title`)}</h2>
          <dl class="review-list">
            {section.items.map((item) => (
              <ReviewRow key={item.id} item={item} section={section.id} />
            ))}
          </dl>
        </section>
      ))}
      <HandIn />
    </>
  );
}

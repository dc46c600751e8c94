import type { Section } from '#instruments/form.ts';
import { isAnswered } from '#ui/answer/survey/applicable-sections.ts';
import { usePage } from '#ui/answer/page/page-context.ts';
import { useSectionTitle } from '#ui/answer/survey/use-section-title.ts';
import { useHeadingFocus } from '#ui/answer/page/use-heading-focus.ts';
import { HandIn } from './hand-in.tsx';
import { ReviewRow } from './review-row.tsx';
import { UnsentScreen } from './unsent-screen.tsx';
import { useHandIn } from './use-hand-in.ts';
import './review-screen.css';

/** Everything that was answered, each to be changed from here, before it is handed in for good. */
export function ReviewScreen({ sections }: { readonly sections: readonly Section[] }) {
  const { app, journey, text } = usePage();
  const handingIn = useHandIn(() => journey.restart('thanks'));
  const isUnsent = app.delivery.value.kind === 'unsent';
  const heading = useHeadingFocus(isUnsent ? 'unsent' : 'review');
  const titleOf = useSectionTitle();
  const items = sections.flatMap((section) => section.items);
  const count = items.filter((item) => isAnswered(item, app.draft.value)).length;
  if (isUnsent) return <UnsentScreen />;
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
          <h2>{titleOf(section.id)}</h2>
          <dl class="review-list">
            {section.items.map((item) => (
              <ReviewRow key={item.id} item={item} section={section.id} />
            ))}
          </dl>
        </section>
      ))}
      <HandIn {...handingIn} />
    </>
  );
}

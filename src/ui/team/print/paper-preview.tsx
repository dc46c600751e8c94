import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useText } from '#ui/parts/text/text.tsx';
import './paper-preview.css';

/**
 * Paper on the screen: laid out in its true size, as the printer will, and then made as small as the screen wants. So no
 * line breaks elsewhere on paper than here.
 */
export function PaperPreview({ children }: { readonly children: ComponentChildren }) {
  const { t } = useText();
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = frame;
    if (current === null) return undefined;
    const scale = (): void => {
      const paper = current.firstElementChild;
      if (!(paper instanceof HTMLElement) || paper.offsetWidth === 0) return;
      const factor = Math.min(1, current.clientWidth / paper.offsetWidth);
      current.style.setProperty('--preview-scale', String(factor));
      current.style.setProperty('--preview-height', `${Math.ceil(paper.offsetHeight * factor)}px`);
    };
    scale();
    const watch = new ResizeObserver(scale);
    watch.observe(current);
    if (current.firstElementChild !== null) watch.observe(current.firstElementChild);
    return () => watch.disconnect();
  }, []);
  return (
    <section class="paper-preview" aria-label={t('paperWork:print.preview')}>
      <div ref={frame} class="paper-frame">
        <div class="paper">{children}</div>
      </div>
    </section>
  );
}

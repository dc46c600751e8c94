import { usePage } from '#ui/answer/page/page-context.ts';
import { useWay, type Way } from './way.ts';
import './way-choice.css';

const ways: readonly Way[] = ['list', 'one'];

/** A whole area as a list, or one statement a screen: whoever answers chooses, and may change at any time. */
export function WayChoice() {
  const { text } = usePage();
  const way = useWay();
  return (
    <div class="way" role="group" aria-label={text.form('way.label')}>
      {ways.map((one) => (
        <button
          key={one}
          class="way-option"
          type="button"
          aria-pressed={way.value === one}
          onClick={() => {
            way.value = one;
          }}
        >
          {text.form(`way.${one}`)}
        </button>
      ))}
    </div>
  );
}

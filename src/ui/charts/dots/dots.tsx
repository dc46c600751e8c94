import './dots.css';

/** More marks than this are told by their number only. */
const mostDots = 12;

/** A dot for each mark and their number under them: no names, no order. */
export function Dots({ count }: { readonly count: number }) {
  return (
    <>
      {count > mostDots ? null : (
        <span class="dots">
          {Array.from({ length: count }, (_, index) => (
            <span class="dot" key={index} />
          ))}
        </span>
      )}
      <span class="dots-count">{count}</span>
    </>
  );
}

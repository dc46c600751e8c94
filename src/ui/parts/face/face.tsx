import './face.css';

/** The three feelings that a child can point at. */
export type Feeling = 'happy' | 'soSo' | 'sad';

/*
 * Each differs from the others in brows, eyes and mouth at once, so that it can be told apart
 * without colour, small, blurred or printed.
 */
const drawings = {
  happy: (
    <>
      <path class="face-line" d="M27 32q6-6 12-1M61 31q6-5 12 1" />
      <path class="face-line" d="M28 45q6-8 12 0M60 45q6-8 12 0" />
      <path class="face-fill" d="M24 57q26 7 52 0-2 25-26 25T24 57z" />
      <path class="face-tongue" d="M36 76q14-12 28 0-6 5-14 5t-14-5z" />
    </>
  ),
  soSo: (
    <>
      <path class="face-line" d="M27 33h13M60 33h13" />
      <circle class="face-fill" cx="34" cy="45" r="4.6" />
      <circle class="face-fill" cx="66" cy="45" r="4.6" />
      <path class="face-line" d="M32 68h36" />
    </>
  ),
  sad: (
    <>
      <path class="face-line" d="M24 36q8-2 14-8M76 36q-8-2-14-8" />
      <path class="face-line" d="M28 45q6 6 12 0M60 45q6 6 12 0" />
      <path class="face-tear" d="M70 52q7 9 0 13-7-4 0-13z" />
      <path class="face-line" d="M31 77q19-20 38 0" />
    </>
  ),
};

/** One of our three faces. Only a picture: the words beside it carry the meaning to assistive technology. */
export function Face({ feeling }: { readonly feeling: Feeling }) {
  return (
    <svg class={`face face-${feeling}`} viewBox="0 0 100 100" aria-hidden="true">
      <circle class="face-head" cx="50" cy="50" r="46" />
      {drawings[feeling]}
    </svg>
  );
}

import './face.css';

/** The three feelings that a child can point at. */
export type Feeling = 'happy' | 'soSo' | 'sad';

/*
 * The same child three times: what differs is brows and mouth at once, and the mouth's whole shape (filled, a bar, a
 * bow), so that it can be told apart without colour, small, blurred or printed. No laughing and no tears: the third
 * face also has to mean a plain "no", and nobody should be afraid of tapping it.
 */
const drawings = {
  happy: (
    <>
      <path class="face-line" d="M24 31q9-9 18-3M58 28q9-6 18 3" />
      <circle class="face-cheek" cx="18" cy="57" r="6" />
      <circle class="face-cheek" cx="82" cy="57" r="6" />
      <path class="face-fill" d="M27 59q23 6 46 0-1 22-23 22T27 59z" />
      <path class="face-tongue" d="M38 77q12-11 24 0-6 4-12 4t-12-4z" />
    </>
  ),
  soSo: (
    <>
      <path class="face-line" d="M26 32q7-3 14 0M60 32q7-3 14 0" />
      <path class="face-line face-mouth" d="M31 70h38" />
    </>
  ),
  sad: (
    <>
      <path class="face-line" d="M22 36q11-2 18-11M78 36q-11-2-18-11" />
      <path class="face-line face-mouth" d="M28 79q22-24 44 0" />
    </>
  ),
};

const eyeHeights: Readonly<Record<Feeling, number>> = { happy: 44, soSo: 46, sad: 49 };

/** One of our three faces. Only a picture: the words beside it carry the meaning to assistive technology. */
export function Face({ feeling }: { readonly feeling: Feeling }) {
  return (
    <svg class={`face face-${feeling}`} viewBox="0 0 100 100" aria-hidden="true">
      <circle class="face-head" cx="50" cy="50" r="46" />
      <circle class="face-fill" cx="34" cy={eyeHeights[feeling]} r="5.6" />
      <circle class="face-fill" cx="66" cy={eyeHeights[feeling]} r="5.6" />
      {drawings[feeling]}
    </svg>
  );
}

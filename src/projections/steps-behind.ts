/** Some respondents of a step, as one question sees them. */
export interface Raters {
  readonly respondents: number;
  /** How many of them said something that counts towards the limit. */
  readonly weight: number;
}

/** One step's respondents: those who stand, and by group those who were set aside after they had been listed. */
export interface RatersOfStep {
  readonly standing: Raters;
  readonly left: ReadonlyMap<string, Raters>;
}

/**
 * How many of a question's steps, from the first on, stand behind what is shown of it; 0 where nothing is shown. A step
 * waits for more until `fewest` have rated the question, by all who were ever listed, so that neither a raised limit nor
 * what is set aside moves the boundaries. What changes between two views is then one of these portions, or those of a
 * portion who were set aside together: a portion where such a part holds raters but fewer than `fewest` is not shown. A
 * higher limit of the centre (`least`) hides whole questions only: back at six, the same is shown as before.
 */
export function stepsBehind(steps: readonly RatersOfStep[], fewest: number, least: number): number {
  let behind = 0;
  let standing = 0;
  let portion = new Map<string, Raters>();
  for (const [at, step] of steps.entries()) {
    portion = joined(portion, [['', step.standing], ...step.left]);
    const parts = [...portion.values()];
    if (parts.reduce((sum, { weight }) => sum + weight, 0) < fewest) continue;
    if (!parts.every((part) => maySubtract(part, fewest))) break;
    standing += portion.get('')?.weight ?? 0;
    behind = at + 1;
    portion = new Map();
  }
  return standing < Math.max(fewest, least) ? 0 : behind;
}

/** Whether the difference between two views may be these respondents, and no others. */
function maySubtract({ respondents, weight }: Raters, fewest: number): boolean {
  return respondents === 0 || weight >= fewest || (weight === 0 && respondents >= fewest);
}

function joined(
  before: ReadonlyMap<string, Raters>,
  more: Iterable<readonly [string, Raters]>,
): Map<string, Raters> {
  const parts = new Map(before);
  for (const [group, { respondents, weight }] of more) {
    const known = parts.get(group);
    parts.set(group, {
      respondents: respondents + (known?.respondents ?? 0),
      weight: weight + (known?.weight ?? 0),
    });
  }
  return parts;
}

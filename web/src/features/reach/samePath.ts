import type { Path } from '../../api/fragments';

/** Whether two paths run over the same nodes by edges of the same kind and certainty. */
export function samePath(a: Path, b: Path): boolean {
  return (
    a.steps.length === b.steps.length &&
    a.steps.every((step, index) => {
      const other = b.steps[index];
      return other !== undefined && step.edge === other.edge && step.certainty === other.certainty && step.from.id === other.from.id && step.to.id === other.to.id && step.technique?.id === other.technique?.id;
    })
  );
}

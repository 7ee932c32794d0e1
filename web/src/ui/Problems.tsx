import type { AskProblem } from '../api/ask';

/** What went wrong, in the API's words. */
export function Problems({ problems }: { problems: AskProblem[] }) {
  if (problems.length === 0) {
    return null;
  }
  return (
    <div class="notice bad" role="alert">
      <ul>
        {problems.map((problem, index) => (
          <li key={index}>
            {problem.message}
            {problem.code && <code> {problem.code}</code>}
          </li>
        ))}
      </ul>
    </div>
  );
}

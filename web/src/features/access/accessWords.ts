import type { Access } from './accessQuestion';

export const decisions: Record<Access['decision'], { label: string; tone: 'good' | 'warn' | 'bad' }> = {
  ALLOWED: { label: 'Yes', tone: 'good' },
  CONDITIONAL: { label: 'It depends', tone: 'warn' },
  EXPLICITLY_DENIED: { label: 'No, denied', tone: 'bad' },
  IMPLICITLY_DENIED: { label: 'No, not allowed', tone: 'bad' },
};

export const policyKinds: Record<Access['decidedBy'][number]['kind'], string> = {
  IDENTITY: 'policy',
  BOUNDARY: 'permissions boundary',
  SESSION: 'session policy',
  RESOURCE: 'policy of the resource',
  SCP: 'service control policy',
  RCP: 'resource control policy',
  ENDPOINT: 'endpoint policy',
  AWS: 'rule of AWS',
};

/** `key = value` a line, as people write a context; a key without value is absent. */
export function contextOf(text: string): { key: string; values: string[] }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.indexOf('=');
      const key = (at < 0 ? line : line.slice(0, at)).trim();
      const values = at < 0 ? [] : line.slice(at + 1).split(',').map((value) => value.trim());
      return { key, values: values.filter((value) => value !== '') };
    })
    .filter(({ key }) => key !== '');
}

/** `statement 2 (Sid Office)`, counted as people count. */
export function placeOf({ statement, sid }: { statement: number | null; sid: string | null }): string {
  return statement === null ? '' : `statement ${statement + 1}${sid ? ` (Sid ${sid})` : ''}`;
}

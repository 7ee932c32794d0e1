import { humanStatuses } from '../../vocabulary/humanStatuses';
import { chiefKind, kinds } from '../../vocabulary/kinds';
import { title, words } from '../../vocabulary/words';
import type { Found } from './searchQuestion';

/** What a found entity is, in a few words: `Access key · static`, `Bucket · restricted`. */
export function foundText(found: Found): string {
  if (found.__typename === 'Credential') {
    return `${title(found.credentialType)} · ${words(found.posture)}`;
  }
  if (found.__typename === 'Human') {
    return `Human · ${humanStatuses[found.humanStatus].label}`;
  }
  if (found.__typename === 'Application' && found.applicationStatus !== 'UNKNOWN') {
    return `Application · ${words(found.applicationStatus)}`;
  }
  if (found.__typename === 'Entitlement') {
    return `Entitlement · ${words(found.capability)}`;
  }
  const type = found.identity?.type ?? found.consumer?.type ?? found.resource?.type;
  const text = type === undefined || type === 'UNKNOWN' || type === 'OTHER' ? (found.resource?.providerType ?? kinds[chiefKind(found.kinds)].one) : title(type);
  const sensitivity = found.resource?.sensitivity;
  return sensitivity && sensitivity !== 'UNKNOWN' ? `${text} · ${words(sensitivity)}` : text;
}

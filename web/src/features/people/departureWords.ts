import type { DepartureItem } from './departureQuestion';

export const relations: Record<DepartureItem['relations'][number], string> = {
  OWNS: 'own it',
  CREATED: 'made it',
  GRANTED: 'granted it',
  EXPOSED_TO: 'could know it',
  ACCOUNT: 'sign in with it',
};

/** What is proposed, the most pressing first. */
export const proposals: Record<DepartureItem['proposal'], { label: string; tone: '' | 'good' | 'warn' | 'bad' }> = {
  DISABLE: { label: 'disable', tone: 'bad' },
  ROTATE: { label: 'rotate', tone: 'warn' },
  TRANSFER: { label: 'transfer', tone: 'warn' },
  KEEP: { label: 'keep', tone: 'good' },
};

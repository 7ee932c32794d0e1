import type { HumanStatus } from '../api/enums';

export const humanStatuses: Record<HumanStatus, { label: string; tone: '' | 'good' | 'warn' | 'bad' }> = {
  ACTIVE: { label: 'active', tone: 'good' },
  LEAVE: { label: 'on leave', tone: 'warn' },
  DEPARTED: { label: 'left', tone: 'bad' },
  UNKNOWN: { label: 'status unknown', tone: '' },
};

/** `READ_SECRET` as `read secret`: how enum values stand in a sentence. */
export const words = (value: string): string => value.toLowerCase().replaceAll('_', ' ').replace(/\bapi\b/, 'API').replace(/\bdns\b/, 'DNS').replace(/\bssh\b/, 'SSH').replace(/\boauth\b/, 'OAuth');

/** `READ_SECRET` as `Read secret`: how enum values stand alone. */
export function title(value: string): string {
  const text = words(value);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

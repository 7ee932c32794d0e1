/** Properties that the page shows with their own words; the provider's other facts are shown as they are. */
const shown = new Set([
  'identityType',
  'credentialType',
  'consumerType',
  'resourceType',
  'providerType',
  'environment',
  'nature',
  'enabled',
  'createdAt',
  'expiresAt',
  'lastUsedAt',
  'lastRotatedAt',
  'lastRunAt',
  'posture',
  'potential',
  'capability',
  'sensitivity',
  'criticality',
  'container',
  'known',
  'purpose',
]);

export function otherProperties<P extends { name: string }>(properties: readonly P[]): P[] {
  return properties.filter((property) => !shown.has(property.name));
}

import { describe, expect, it } from 'vitest';
import { allOrphans, allToxic, freshTable, hrefOf, parseRoute, type Route } from '../../src/app/route';
import { defaultOptions } from '../../src/app/walkOptions';

const role = 'aws:arn:aws:iam::111122223333:role/ci deploy & co?#=%';

const routes: Route[] = [
  { page: 'start' },
  { page: 'legend' },
  { page: 'search', text: 'a b&c=d', kind: 'IDENTITY' },
  { page: 'search', text: '', kind: null },
  { page: 'entity', id: role },
  { page: 'chains', id: 'oidc:token.example|repo:a/b:*' },
  { page: 'blast-radius', of: [role], options: defaultOptions, ...freshTable },
  {
    page: 'blast-radius',
    of: [role, 'second'],
    options: { certainty: 'PROVED', capabilities: ['READ_DATA', 'READ_SECRET'], maxDepth: 4, includeInactive: true, includeExposedTo: true, strict: true },
    rows: 'identities',
    sort: '-distance',
    filter: 'é + "quoted"',
    row: 'aws:arn:aws:s3:::bucket',
  },
  { page: 'exposure', of: ['x'], options: { ...defaultOptions, maxDepth: 1 }, ...freshTable, row: 'y' },
  { page: 'trust', id: role },
  { page: 'departure', id: 'human:4711' },
  { page: 'orphans', ...allOrphans },
  { page: 'orphans', reason: 'OWNER_DEPARTED', severity: 'HIGH', environment: 'production', sort: '-since', filter: 'dana', row: 'a b' },
  { page: 'toxic', ...allToxic },
  { page: 'toxic', rule: 'deploy', certainty: 'PROVED', excepted: true, row: 'deploy|a b' },
  { page: 'map', way: 'exposure', of: [role, 'y'], options: { ...defaultOptions, strict: true }, filter: 'a & b', row: 'y' },
  { page: 'map', way: 'blast-radius', of: ['x'], options: defaultOptions, filter: '', row: null },
  { page: 'paths', from: role, to: '', options: defaultOptions },
];

describe('routes', () => {
  it.each(routes)('every state of a page is in its link: $page', (route) => {
    expect(parseRoute(hrefOf(route))).toEqual(route);
  });

  it('leaves an ARN readable in its link', () => {
    expect(hrefOf({ page: 'entity', id: 'aws:arn:aws:iam::111122223333:role/deploy' })).toBe('#/entity?id=aws:arn:aws:iam::111122223333:role/deploy');
  });

  it('leaves out what is at its default', () => {
    expect(hrefOf({ page: 'exposure', of: ['x'], options: defaultOptions, ...freshTable })).toBe('#/exposure?of=x');
  });

  it.each(['#/entity', '#/blast-radius?of=', '#/map', '#/nowhere', '#/entity?id='])('says of %s that there is no such page', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'unknown' });
  });

  it('takes nothing from a link that the vocabulary does not hold', () => {
    const route = parseRoute('#/blast-radius?of=x&certainty=SURE&capability=FLY&capability=READ_DATA&capability=toString&depth=-3&inactive=yes');
    expect(route).toMatchObject({ options: { ...defaultOptions, capabilities: ['READ_DATA'] } });
  });
});

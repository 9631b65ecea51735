import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseAllDocuments, stringify } from 'yaml';
import { clusterSecrets, type Secret } from './secrets/cluster-secrets.ts';

/**
 * Prints the Secrets that the charts ask for, to be kept where secrets are kept and applied with `kubectl apply -f`. With
 * `--keep <file>` what an earlier run printed stays, and only what is missing is made: take out of that file what is to be new.
 */
const { values } = parseArgs({ options: { keep: { type: 'string' } } });
const kept = values.keep
  ? parseAllDocuments(readFileSync(values.keep, 'utf8')).map((one) => one.toJS() as Secret)
  : [];
const made = clusterSecrets(kept, {
  password: () => randomBytes(24).toString('base64url'),
  key: () => randomBytes(32).toString('base64'),
});
console.log(made.map((one) => stringify(one, { lineWidth: 0 })).join('---\n'));

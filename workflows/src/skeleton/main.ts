import { readFileSync } from 'node:fs';
import { makeLog } from '@madang/service-kit';
import { openWorkflows } from '../open-workflows.ts';

/** The workflows as a process of their own that a spec can kill; what it is told lies in a file. */
const options = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
await openWorkflows({ ...options, log: makeLog('workflows-spec') });

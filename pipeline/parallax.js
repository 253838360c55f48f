#!/usr/bin/env node
// Starts the program as it stands: TypeScript through tsx, no build step.
import { register } from 'tsx/esm/api';

register();
await import('./cli.ts');

import { VERSION } from 'quejas';

process.stdout.write(JSON.stringify({ ok: true, status: 'acknowledged', version: VERSION }));

// npm run test:eventstoredb: the tests that apply to a real server, against the one at QUEJAS_EVENTSTOREDB_URL. They are
// those whose file uses test/support/eventstoredb/servers.ts, and in it what is named after that variable.
// The last line is that of `npm test`; what in those files is for other servers is not counted.
if (!process.env.QUEJAS_EVENTSTOREDB_URL) {
  process.stderr.write(
    'Falta QUEJAS_EVENTSTOREDB_URL: la cadena de conexión del servidor que se prueba, p. ej. esdb://127.0.0.1:2113?tls=false.\n' +
      'QUEJAS_EVENTSTOREDB_URL is missing: the connection string of the server to try, e.g. esdb://127.0.0.1:2113?tls=false.\n',
  );
  process.stdout.write('0 passed, 0 failed, 0 skipped\n');
  process.exit(1);
}
process.env.QUEJAS_TEST_COUNT = 'chosen';
const ofServer = [
  '--findRelatedTests',
  'test/support/eventstoredb/servers.ts',
  '-t',
  'QUEJAS_EVENTSTOREDB_URL',
];
process.argv.splice(2, 0, ...ofServer);
await import('./run-tests.mjs');

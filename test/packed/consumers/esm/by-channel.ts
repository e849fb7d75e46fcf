import { defineProjection, given } from 'quejas/projections';

export const byChannel = defineProjection({
  name: 'by-channel', version: 1, columns: { channel: 'text', filed: 'integer' }, key: ['channel'],
  on: { Filed: ({ data }, rows) => rows.add({ channel: data.channel }, { filed: 1 }) },
});
given({ type: 'Filed', data: { channel: 'phone' } }).then(byChannel, [{ channel: 'phone', filed: 1 }]);

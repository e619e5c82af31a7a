import { afterAll, beforeAll } from 'vitest';
import { openStorage } from '../../src/storage/index.ts';
import { describeStorage } from './describe-storage.ts';
import { Postgres } from './postgres.ts';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);
afterAll(() => postgres.stop());

describeStorage('a storage in PostgreSQL', async () => {
  const database = await postgres.database();
  return {
    open: () => openStorage({ data: '/none', database, mostPerSpace: 3 }),
    remove: async () => undefined,
  };
});

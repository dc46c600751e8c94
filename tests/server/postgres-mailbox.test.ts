import { describeMailbox } from './mailbox.contract.ts';
import { setupPostgresMailbox } from './postgres-fixtures.ts';

describeMailbox('PostgreSQL mailbox', (options) => setupPostgresMailbox(options));

import { faultFacts, makeLog, runService, secretSetting } from '@madang/service-kit';
import { connect } from './adapters/connect.ts';
import { rows } from './adapters/rows.ts';
import { sendMail } from './mail/send-mail.ts';
import { service } from './service.ts';
import { makeCalls } from './webhooks/make-calls.ts';

const {
  NODE_ENV,
  MADANG_MAIL_FROM: from = 'madang@localhost',
  MADANG_PORTAL_URL: portalUrl = 'http://127.0.0.1:8080',
  MADANG_WEBHOOK_PRIVATE_ADDRESSES: privateAddresses,
} = process.env;
const smtpUrl = secretSetting(process.env, 'MADANG_SMTP_URL');
const log = makeLog('people-post');
const privateToo = privateAddresses === 'allowed';

if (privateToo && NODE_ENV === 'production') {
  log.fatal('MADANG_WEBHOOK_PRIVATE_ADDRESSES=allowed is for development: unset it');
  process.exit(1);
}

await runService(service, {
  connect,
  rows,
  beside: (context, recorder) => {
    const parts = [
      makeCalls({
        ...{ context, recorder, portalUrl, privateToo },
        onFault: (fault) => log.warn(faultFacts(fault), 'webhook'),
      }),
      // Without an address of a mail server notices stay in the list.
      ...(smtpUrl
        ? [
            sendMail({
              ...{ context, recorder, smtpUrl, from, portalUrl },
              onFault: (fault) => log.warn(faultFacts(fault), 'mail'),
            }),
          ]
        : []),
    ];
    return { stop: async () => void (await Promise.all(parts.map((one) => one.stop()))) };
  },
});

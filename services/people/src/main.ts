import { faultFacts, makeLog, runService } from '@madang/service-kit';
import { connect } from './adapters/connect.ts';
import { rows } from './adapters/rows.ts';
import { sendMail } from './mail/send-mail.ts';
import { service } from './service.ts';

const {
  MADANG_SMTP_URL: smtpUrl,
  MADANG_MAIL_FROM: from = 'madang@localhost',
  MADANG_PORTAL_URL: portalUrl = 'http://127.0.0.1:8080',
} = process.env;
const log = makeLog('people-mail');

await runService(service, {
  connect,
  rows,
  // Without an address of a mail server notices stay in the list.
  ...(smtpUrl
    ? {
        beside: (context, recorder) =>
          sendMail({
            context,
            recorder,
            smtpUrl,
            from,
            portalUrl,
            onFault: (fault) => log.warn(faultFacts(fault), 'mail'),
          }),
      }
    : {}),
});

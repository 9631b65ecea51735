import { faultFacts, makeLog, runService, secretSetting } from '@madang/service-kit';
import { connect } from './adapters/connect.ts';
import { rows } from './adapters/rows.ts';
import { takeBounces } from './bounces/take-bounces.ts';
import { isBounceAddress } from './mail/return-path-to.ts';
import { sendMail } from './mail/send-mail.ts';
import { service } from './service.ts';
import { makeCalls } from './webhooks/make-calls.ts';

const {
  NODE_ENV,
  MADANG_MAIL_FROM: from = 'madang@localhost',
  MADANG_MAIL_GATHER_SECONDS: gatherSeconds = '120',
  MADANG_BOUNCE_ADDRESS: bounceAddress,
  MADANG_BOUNCE_PORT: bouncePort,
  MADANG_BOUNCE_HOST: bounceHost = '127.0.0.1',
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

const gather = Number(gatherSeconds) * 1_000;
if (!Number.isFinite(gather) || gather < 0) {
  log.fatal('MADANG_MAIL_GATHER_SECONDS is a number of seconds');
  process.exit(1);
}
if (Boolean(bounceAddress) !== Boolean(bouncePort) || (bounceAddress && !isBounceAddress(bounceAddress))) {
  log.fatal('MADANG_BOUNCE_ADDRESS (bounces@example.org) and MADANG_BOUNCE_PORT are set together');
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
              ...{ context, recorder, smtpUrl, from, portalUrl, gather, bounceAddress },
              onFault: (fault) => log.warn(faultFacts(fault), 'mail'),
            }),
          ]
        : []),
      // Off unless both are set: a mail server of the house hands over what comes back.
      ...(bounceAddress && bouncePort
        ? [
            takeBounces({
              ...{ context, recorder, host: bounceHost, port: Number(bouncePort), bounceAddress },
              onFault: (fault) => log.warn(faultFacts(fault), 'bounce'),
            }),
          ]
        : []),
    ];
    return { stop: async () => void (await Promise.all(parts.map((one) => one.stop()))) };
  },
});

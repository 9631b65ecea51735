import { drawPage } from './kit/shell.tsx';
import { type Lang, saying } from './messages/say.ts';

/** What stands where there is nothing. */
export const notFoundPage = (lang: Lang): string => {
  const say = saying(lang);
  return drawPage({
    told: { lang, say, zone: 'UTC' },
    title: say('notFound.title'),
    path: '',
    crumbs: [{ href: '', name: say('nav.home') }],
    children: (
      <>
        <h1>{say('notFound.title')}</h1>
        <p>{say('notFound.text')}</p>
      </>
    ),
  });
};

/** What stands for a moment where something that was just sent will be. */
export const receivedPage = (lang: Lang): string => {
  const say = saying(lang);
  return drawPage({
    told: { lang, say, zone: 'UTC' },
    title: say('received.title'),
    path: '',
    crumbs: [{ href: '', name: say('nav.home') }],
    children: (
      <>
        <h1>{say('received.title')}</h1>
        <p role="status">{say('contribution.receipt')}</p>
        <p>{say('received.text')}</p>
      </>
    ),
  });
};

/** What stands while something that a page needs is away. */
export const awayPage = (lang: Lang): string => {
  const say = saying(lang);
  return drawPage({
    told: { lang, say, zone: 'UTC' },
    title: say('away.title'),
    path: '',
    crumbs: [{ href: '', name: say('nav.home') }],
    children: (
      <>
        <h1>{say('away.title')}</h1>
        <p role="status">{say('away.text')}</p>
      </>
    ),
  });
};

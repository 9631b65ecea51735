import { describe, expect, it } from 'vitest';
import { linkPage } from './link-page.tsx';

describe('a link of a mail', () => {
  it('is followed by a button alone, and lets whoever was told choose how often', () => {
    const page = linkPage({ state: 'offered', purpose: 'notice', token: 'a.b' }, 'ko');
    expect(page.match(/<form method="post" action="\/ko\/link">/g)).toHaveLength(2);
    expect(page).toContain('name="t" value="a.b"');
  });
  it('that verifies an address offers that and nothing else', () => {
    const page = linkPage({ state: 'offered', purpose: 'verify', token: 'a.b' }, 'en');
    expect(page.match(/<form method="post"/g)).toHaveLength(1);
  });
  it('says when it is none of ours, and why it can be used no more', () => {
    expect(linkPage({ state: 'invalid' }, 'en')).toContain('not one of ours');
    expect(linkPage({ state: 'refused', why: 'link-expired' }, 'en')).toContain('link-expired');
  });
});

import { describe, expect, it } from 'vitest';
import { letterOf } from './letter.ts';

const link = 'https://forum.example.org/ko/link?t=a&b="c"';

describe('a letter', () => {
  it('of one notice has its line as subject, its due day and its link in both forms', () => {
    const letter = letterOf('ko', [{ about: 'overdue', dueOn: '2026-03-01', reasonCode: null, link }]);
    expect(letter.subject).toBe('이행의무 기한이 지났습니다');
    expect(letter.text).toContain('기한: 2026-03-01');
    expect(letter.text).toContain(link);
    expect(letter.html).toContain('href="https://forum.example.org/ko/link?t=a&amp;b=&quot;c&quot;"');
  });
  it('of something set aside says why and how to appeal', () => {
    const { text } = letterOf('en', [{ about: 'set-aside', dueOn: null, reasonCode: 'spam', link }]);
    expect(text).toContain('Reason: spam');
    expect(text).toContain('appeal');
  });
  it('ends with the way to stop such mails, in both forms, where there is one', () => {
    const item = { about: 'answered', dueOn: null, reasonCode: null, link };
    const letter = letterOf('ko', [item], `${link}&stop`);
    expect(letter.text).toMatch(/그만 받기:\nhttps:\S+&stop\n$/);
    expect(letter.html).toContain('&amp;stop">메일 받는 주기를 바꾸거나 그만 받기</a>');
    expect(letterOf('ko', [item]).text).not.toContain('그만 받기');
  });
  it('of several notices says how many they are', () => {
    const item = { about: 'answered', dueOn: null, reasonCode: null, link };
    expect(letterOf('en', [item, item]).subject).toBe('Notices (2)');
  });
});

import { describe, expect, it } from 'vitest';
import { isCallableUrl } from './callable-url.ts';

describe('an address to be called', () => {
  it('is an https address of the internet', () => {
    for (const url of [
      'https://hooks.example.go.kr/madang?x=1',
      'https://93.184.215.14/',
      'https://[2606:2800::1]/',
    ])
      expect([url, isCallableUrl(url, false)]).toEqual([url, true]);
  });
  it('is never one of a private network, however it is written, nor one with a password or without encryption', () => {
    for (const url of [
      ...['http://hooks.example.org/', 'ftp://example.org/', 'no address', 'https://a:b@example.org/'],
      ...[
        'https://localhost/',
        'https://a.localhost/',
        'https://printer/',
        'https://db.internal./',
        'https://127.1/',
      ],
      ...['https://2130706433/', 'https://0x7f.0.0.1/', 'https://10.0.0.1/', 'https://169.254.169.254/'],
      ...[
        'https://192.168.1.1/',
        'https://[::1]/',
        'https://[::ffff:10.0.0.1]/',
        'https://[fd00::1]/',
        'https://0/',
      ],
    ])
      expect([url, isCallableUrl(url, false)]).toEqual([url, false]);
  });
  it('may be near and unencrypted where development says so', () => {
    expect(isCallableUrl('http://127.0.0.1:8080/', true)).toBe(true);
    expect(isCallableUrl('file:///etc/passwd', true)).toBe(false);
  });
});

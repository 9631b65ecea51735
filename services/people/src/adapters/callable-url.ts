import { BlockList, isIP } from 'node:net';

// One list for each family: a list of both takes every address of IPv4 for a mapped one of IPv6.
const closed = { 4: new BlockList(), 6: new BlockList() } as const;
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  closed[4].addSubnet(net, prefix, 'ipv4');
// Only 2000::/3 is routed on the internet (RFC 4291); mapped addresses of IPv4 lie outside of it.
for (const [net, prefix] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
] as const)
  closed[6].addSubnet(net, prefix, 'ipv6');

/**
 * Whether an address may be called, by its form alone; where a name leads is checked when it is called. `privateToo` is
 * for development: http, and addresses of private networks.
 */
export const isCallableUrl = (text: string, privateToo: boolean): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username || password) return false;
  if (privateToo) return protocol === 'https:' || protocol === 'http:';
  if (protocol !== 'https:') return false;
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  if (family === 4) return !closed[4].check(host, 'ipv4');
  if (family === 6) return !closed[6].check(host, 'ipv6');
  return host.includes('.') && !/(^|\.)(localhost|local|internal|home\.arpa)\.?$/.test(host);
};

const ADDRESS = /^[^\s@+]{1,15}@[^\s@]+$/;

/** Whether mails can come back to an address: short enough that which mail it was still fits before the @ (RFC 5321, 4.5.3.1.1). */
export const isBounceAddress = (address: string): boolean => ADDRESS.test(address);

/** The address to which one mail comes back: `bounces+<which mail, signed>@example.org`. */
export const returnPathTo = (bounceAddress: string, path: string): string =>
  bounceAddress.replace('@', `+${path}@`);

/** Which mail an address speaks of; nothing when it is no address for what comes back. */
export const pathIn = (bounceAddress: string, address: string): string | undefined => {
  const [local = '', domain = ''] = bounceAddress.toLowerCase().split('@');
  const given = address.toLowerCase();
  return given.startsWith(`${local}+`) && given.endsWith(`@${domain}`)
    ? given.slice(local.length + 1, -(domain.length + 1))
    : undefined;
};

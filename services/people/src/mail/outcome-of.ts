const ABOUT_THE_MAIL = ['RCPT TO', 'DATA'];

/**
 * What a failed sending means: a reply of 5xx to the recipient or to the mail is for good (RFC 5321, 4.2.1); all else,
 * also a server that does not know us, may be mended and is tried again.
 */
export const outcomeOf = (fault: unknown): 'refused' | 'bounced' => {
  const { responseCode, command } = fault as { readonly responseCode?: number; readonly command?: string };
  return (responseCode ?? 0) >= 500 && ABOUT_THE_MAIL.includes(command ?? '') ? 'bounced' : 'refused';
};

import PostalMime from 'postal-mime';

const STATUS = 'message/delivery-status';

/**
 * Whether a mail is the report of a delivery that failed for good (RFC 3464: `Action: failed`, `Status: 5.…`). Delays,
 * receipts, answers of people and of machines that are away are not; whatever cannot be read is not either.
 */
export const hasFailed = async (raw: Buffer): Promise<boolean> => {
  const mail = await PostalMime.parse(raw).catch(() => undefined);
  return (mail?.attachments ?? [])
    .filter(({ mimeType }) => mimeType === STATUS)
    .map(({ content }) => (typeof content === 'string' ? content : new TextDecoder().decode(content)))
    .some((text) => /^action:\s*failed\s*$/im.test(text) && !/^status:\s*[24]\./im.test(text));
};

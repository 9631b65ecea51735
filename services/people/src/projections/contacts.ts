import { AccountOpened, AddressLeft, AddressVerified, ContactChanged, type TextRef } from '@madang/contracts';
import { projection } from '@madang/decider';

export type ContactWriter = {
  readonly keepContact: (
    personId: string,
    contact: { readonly nameTextId: string | null; readonly mailTextId: string | null },
  ) => Promise<void>;
  readonly keepUnverified: (personId: string, textId: string) => Promise<void>;
  readonly keepVerified: (personId: string, textId: string) => Promise<void>;
};
type Told = {
  readonly personId: string;
  readonly name?: TextRef | undefined;
  readonly mail?: TextRef | undefined;
};

const keep = async (rows: ContactWriter, facts: readonly { readonly data: Told }[]): Promise<void> => {
  for (const { data } of facts)
    await rows.keepContact(data.personId, {
      nameTextId: data.name?.textId ?? null,
      mailTextId: data.mail?.textId ?? null,
    });
};

/** Which sealed texts are a person's name and address. */
export const contactProjections = [
  projection(AccountOpened, keep),
  projection(ContactChanged, keep),
  projection(AddressLeft, async (rows: ContactWriter, facts) => {
    for (const { data } of facts) await rows.keepUnverified(data.personId, data.mail.textId);
  }),
  projection(AddressVerified, async (rows: ContactWriter, facts) => {
    for (const { data } of facts) await rows.keepVerified(data.personId, data.mailTextId);
  }),
];

import { AccountOpened, ContactChanged, type TextRef } from '@madang/contracts';
import { projection } from '@madang/decider';

export type ContactWriter = {
  readonly keepContact: (
    personId: string,
    contact: { readonly nameTextId: string | null; readonly mailTextId: string | null },
  ) => Promise<void>;
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
export const contactProjections = [projection(AccountOpened, keep), projection(ContactChanged, keep)];

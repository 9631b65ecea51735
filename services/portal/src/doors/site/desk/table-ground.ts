import { z } from 'zod';
import type { Table } from '../../../queries/table.ts';
import { FormId } from '../taking-forms.ts';
import type { Context } from './desk-form.ts';
import { type ForumGround, forumGround } from './grounds.ts';

/** What was chosen beside a row: the thing a form is about, still to be changed in the form. */
const Chosen = z.object({
  seat: FormId.optional().catch(undefined),
  group: FormId.optional().catch(undefined),
  institution: FormId.optional().catch(undefined),
  post: FormId.optional().catch(undefined),
});
export type TableGround = ForumGround & { readonly table: Table; readonly chosen: z.infer<typeof Chosen> };

/** A forum with its table as the ground of the forms that change it. */
export const tableGround = async (
  context: Context,
  id: string,
  chosen: unknown,
): Promise<TableGround | undefined> => {
  const ground = await forumGround(context, id);
  if (!ground) return undefined;
  const { page } = ground;
  return {
    ...ground,
    table: await context.deps.site.table(id, page.today),
    chosen: Chosen.catch({}).parse(chosen),
    crumbs: [...ground.crumbs, { href: `/desk/forums/${id}/table`, name: context.say('table.title') }],
  };
};

/** The same, on the way to institutions. */
export const officeGround = async (
  context: Context,
  id: string,
  chosen: unknown,
): Promise<TableGround | undefined> => {
  const ground = await tableGround(context, id, chosen);
  return (
    ground && {
      ...ground,
      crumbs: [
        ...ground.crumbs.slice(0, 2),
        { href: `/desk/forums/${id}/institutions`, name: context.say('office.title') },
      ],
    }
  );
};

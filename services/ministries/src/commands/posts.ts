import { CreatePost, HandOverPost, PostCreated, PostHandedOver } from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import { holdingOn, institution } from '../domain/institution.ts';

const on = (body: { readonly institutionId: string }) => institution.ref(body.institutionId);

export const createPost = answers(CreatePost, {
  on,
  decide: ({ body }, { self }) => {
    if (!self || self.forumId !== body.forumId) return unknown('institution', body.institutionId);
    const there = self.posts.find((post) => post.postId === body.postId);
    if (there)
      return there.level === body.level
        ? alreadySo()
        : refused('post-already-created', 'Choose another id.', { postId: body.postId, level: there.level });
    if (self.succession)
      return refused(
        'institution-succeeded',
        'Create the post at the institution that stands in its place.',
        {
          obligationsTo: self.succession.obligationsTo,
        },
      );
    return accepted(happened(on(body), PostCreated, body));
  },
});

/** Everything open goes with the post: obligations are owed by institutions, and posts only say who is told. */
export const handOverPost = answers(HandOverPost, {
  on,
  decide: ({ body, actor }, { self }) => {
    if (!self || self.forumId !== body.forumId) return unknown('institution', body.institutionId);
    const post = self.posts.find((one) => one.postId === body.postId);
    if (!post) return unknown('post', body.postId);
    if (!actor.roles.includes('secretariat') && actor.institutionId !== body.institutionId)
      return refused('not-your-institution', 'Ask the institution or the secretariat to hand the post over.');
    const [first] = post.holders;
    if (first && body.from < first.from)
      return refused('post-not-yet-there', 'Hand the post over on its first day or later.', {
        from: first.from,
      });
    if (holdingOn(post.holders, body.from)?.personId === body.personId) return alreadySo();
    return accepted(happened(on(body), PostHandedOver, body));
  },
});

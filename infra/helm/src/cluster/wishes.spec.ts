import { describe, expect, it } from 'vitest';
import { wishesOf } from './wishes.ts';

describe('what the trial in a cluster is told', () => {
  it('is nothing where no cluster is named', () => expect(wishesOf({})).toBeUndefined());
  it('is an image with its tag, whatever port its registry has', () => {
    const image = 'registry.example.org:5000/madang:0.1.0';
    const wishes = wishesOf({ MADANG_CLUSTER: 'config', MADANG_CLUSTER_IMAGE: image });
    expect(wishes).toMatchObject({ repository: 'registry.example.org:5000/madang', tag: '0.1.0' });
  });
  it.each(['', 'registry.example.org:5000/madang'])('is no image without a tag: "%s"', (image) => {
    expect(() => wishesOf({ MADANG_CLUSTER: 'config', MADANG_CLUSTER_IMAGE: image })).toThrow('with its tag');
  });
  it('may be values of this cluster over those of the trial', () => {
    const given = { MADANG_CLUSTER: 'config', MADANG_CLUSTER_IMAGE: 'a:1' };
    const wishes = wishesOf({ ...given, MADANG_CLUSTER_ENGINES_VALUES: '/mine.yaml' });
    expect(wishes?.valuesOf('engines')).toEqual([
      ...['--values', 'values/engines-trial.yaml'],
      ...['--values', '/mine.yaml'],
    ]);
    expect(wishes?.valuesOf('madang')).toEqual(['--values', 'values/madang-trial.yaml']);
  });
});

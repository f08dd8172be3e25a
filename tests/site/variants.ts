/** Where the second build of the same commit is put. */
export const secondBuild = '.cache/second-build';

/** Where the build below a sub-path is put. */
export const subPathBuild = '.cache/sub-path-build';

/** The sub-path it is built for. */
export const subPath = '/notes/';

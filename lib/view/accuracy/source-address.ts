/** "owner/repository path @ commit", as the source of a measurement begins when it is a file of a repository. */
const FILE = /^([\w.-]+\/[\w.-]+) (\S+) (?:@ )?(?:upstream )?([0-9a-f]{7,40})\b/;
const PULL = /^([\w.-]+\/[\w.-]+) pull request #(\d+)/;

/** The web address of the file, commit or pull request that a measurement's source names; undefined for other texts. */
export function sourceAddress(source: string): string | undefined {
  const pull = PULL.exec(source);
  if (pull) return `https://github.com/${pull[1]}/pull/${pull[2]}`;
  const file = FILE.exec(source);
  if (!file) return undefined;
  const [, repository, path = "", commit] = file;
  // A file named without its folder cannot be addressed, the state of its repository can.
  return path.includes("/")
    ? `https://github.com/${repository}/blob/${commit}/${path}`
    : `https://github.com/${repository}/tree/${commit}`;
}

import fs from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

// PGlite runs PostgreSQL with fsync switched off, and its file system has no fsync to call: what was
// acknowledged would be lost with the power. Here both are mended, so that PostgreSQL's own protocol holds:
// the log reaches the disk before a commit is answered, and the tables before the log is given up.

/** PGlite's own parameters without `-F`, "turn fsync off". */
const START = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  // fsync() is the one call that PGlite hands to its file system; fdatasync() it answers by itself.
  ...["-c", "wal_sync_method=fsync"],
];

/** A folder of this machine whose fsync reaches the disk. */
class SyncedFolder extends NodeFS {
  /** @param {string} folder @param {() => void} aborted called when PostgreSQL gave up: nothing may run after it */
  constructor(folder, aborted) {
    super(folder);
    this.aborted = aborted;
  }

  /** @type {NodeFS["init"]} */
  async init(pg, options) {
    const { emscriptenOpts } = await super.init(pg, options);
    const preRun = [...(emscriptenOpts.preRun ?? []), reachTheDisk];
    return { emscriptenOpts: { ...emscriptenOpts, preRun, onAbort: this.aborted } };
  }
}

/** Gives PGlite's file system the fsync that it lacks. Its files are Node's: `nfd` is the descriptor. */
function reachTheDisk({ FS, NODEFS }) {
  NODEFS.stream_ops.fsync = (stream) => {
    // Windows cannot sync a folder, and need not.
    if (process.platform === "win32" && FS.isDir(stream.node.mode)) return 0;
    NODEFS.tryFSOperation(() => fs.fdatasyncSync(stream.nfd));
    return 0;
  };
}

/**
 * Opens an embedded database whose acknowledged commits survive a power cut.
 * @param {string} folder a complete database folder
 * @param {{ aborted: () => void, said: (line: string) => void }} events `said` gets PostgreSQL's own log
 * @returns {Promise<PGlite>} ready to be asked
 */
export async function openSynced(folder, { aborted, said }) {
  const options = { startParams: START, onStderr: said, onStdout: said };
  const pglite = new PGlite({ ...options, fs: new SyncedFolder(folder, aborted) });
  await pglite.waitReady;
  return pglite;
}

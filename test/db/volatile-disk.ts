import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { dirname, resolve, sep } from "node:path";

/** A change that no sync has brought to the disk yet. */
interface Unsynced {
  /** The inodes one of which must be synced to keep it. */
  by: number[];
  undo(): void;
}

/**
 * What this process writes below a folder, as the disk has it: what no sync has followed goes with the power. It
 * learns of the syncs by watching the calls, so that nothing passes on the page cache. Names are kept by their
 * folder's sync, those of new files and folders also by their own (as on ext4, XFS and APFS).
 */
export class VolatileDisk {
  private unsynced: Unsynced[] = [];
  private readonly real = { ...fs };
  private readonly paths = new Map<number, string>();
  private readonly restore: () => void;

  private constructor(
    private readonly folder: string,
    handle: { sync(): Promise<void> },
  ) {
    const watched = this.watched();
    const unwatched = Object.fromEntries(Object.keys(watched).map((name) => [name, fs[name as "openSync"]]));
    Object.assign(fs, watched);
    const { sync } = handle;
    const { noteSync, real } = { noteSync: this.noteSync.bind(this), real: this.real };
    handle.sync = async function (this: fs.promises.FileHandle) {
      await sync.call(this);
      noteSync(real.fstatSync(this.fd).ino);
    };
    syncBuiltinESMExports();
    this.restore = () => {
      Object.assign(fs, unwatched);
      handle.sync = sync;
      syncBuiltinESMExports();
    };
  }

  /** Begins to watch. @param folder where it lies */
  static async watch(folder: string): Promise<VolatileDisk> {
    const file = await fs.promises.open(folder);
    await file.close();
    return new VolatileDisk(resolve(folder), Object.getPrototypeOf(file));
  }

  /** The power goes: what was not synced is undone, the newest first, and nothing is watched any more. */
  cut(): void {
    this.restore();
    for (const { undo } of this.unsynced.reverse()) undo();
    this.unsynced = [];
  }

  private watched() {
    const { real } = this;
    return {
      openSync: (path: string, ...rest: [number]) => {
        const isNew = !real.existsSync(path);
        const fd = real.openSync(path, ...rest);
        if (resolve(path).startsWith(this.folder + sep)) {
          this.paths.set(real.fstatSync(fd).ino, path);
          if (isNew) this.noteNew(path);
        }
        return fd;
      },
      writeSync: (fd: number, bytes: Uint8Array, from: number, length: number, at: number) => {
        this.noteContent(fd, at, length);
        return real.writeSync(fd, bytes, from, length, at);
      },
      ftruncateSync: (fd: number, size: number) => {
        this.noteContent(fd, size, real.fstatSync(fd).size - size);
        real.ftruncateSync(fd, size);
      },
      truncateSync: (path: string, size: number) => {
        const fd = fs.openSync(path, "r+");
        fs.ftruncateSync(fd, size);
        real.closeSync(fd);
      },
      writeFileSync: (path: string, bytes: Uint8Array, options: object) => {
        if (bytes.length > 0) throw new Error("Only empty files are made at once.");
        const isNew = !real.existsSync(path);
        real.writeFileSync(path, bytes, options);
        if (isNew) this.noteNew(path);
      },
      mkdirSync: (path: string, ...rest: [number]) => {
        const isNew = !real.existsSync(path);
        const made = real.mkdirSync(path, ...rest);
        if (isNew) this.noteNew(path);
        return made;
      },
      renameSync: (before: string, after: string) => {
        const replaced = real.existsSync(after) ? real.readFileSync(after) : null;
        real.renameSync(before, after);
        this.move(before, after);
        const undo = () => {
          if (!real.existsSync(after)) return;
          real.renameSync(after, before);
          this.move(after, before);
          if (replaced) real.writeFileSync(after, replaced);
        };
        this.note(after, [dirname(after)], undo);
      },
      fdatasyncSync: (fd: number) => {
        real.fdatasyncSync(fd);
        this.noteSync(real.fstatSync(fd).ino);
      },
    };
  }

  private noteContent(fd: number, at: number, length: number): void {
    const { real } = this;
    const { ino, size } = real.fstatSync(fd);
    const path = this.paths.get(ino);
    if (!path) return;
    const before = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
    const reading = real.openSync(path, "r");
    real.readSync(reading, before, 0, before.length, at);
    real.closeSync(reading);
    const undo = () => {
      const now = this.pathOf(ino);
      if (!now) return;
      const writing = real.openSync(now, "r+");
      real.writeSync(writing, before, 0, before.length, at);
      real.ftruncateSync(writing, size);
      real.closeSync(writing);
    };
    this.unsynced.push({ by: [ino], undo });
  }

  private noteNew(path: string): void {
    const { ino } = this.real.statSync(path);
    this.paths.set(ino, path);
    const undo = () => {
      const now = this.pathOf(ino);
      if (now) this.real.rmSync(now, { recursive: true });
    };
    this.note(path, [path, dirname(path)], undo);
  }

  /** Where a file or folder lies now; undefined once it is gone, though another may have its name. */
  private pathOf(ino: number): string | undefined {
    const path = this.paths.get(ino);
    return path && this.real.statSync(path, { throwIfNoEntry: false })?.ino === ino ? path : undefined;
  }

  /** Whatever lay at or below a path has another now. */
  private move(before: string, after: string): void {
    for (const [ino, path] of this.paths) {
      if (path === before || path.startsWith(before + sep))
        this.paths.set(ino, after + path.slice(before.length));
    }
  }

  private note(path: string, keepers: string[], undo: () => void): void {
    if (!resolve(path).startsWith(this.folder + sep)) return;
    this.unsynced.push({ by: keepers.map((keeper) => this.real.statSync(keeper).ino), undo });
  }

  private noteSync(ino: number): void {
    this.unsynced = this.unsynced.filter(({ by }) => !by.includes(ino));
  }
}

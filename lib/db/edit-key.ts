import "server-only";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 128 random bits, URL-safe: knowing the id is the permission to read. */
export const newViewId = (): string => randomBytes(16).toString("base64url");

/** 256 random bits, URL-safe. */
export const newEditKey = (): string => randomBytes(32).toString("base64url");

/** Whether a text can be an id at all, so that no other reaches the database. */
export const isViewId = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text);

/** Whether a text can be an edit key: 256 bits, as base64url writes them. */
export const isEditKey = (text: string): boolean => /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(text);

/** What is stored of a key. */
export const hashOfKey = (editKey: string): Buffer<ArrayBuffer> =>
  createHash("sha256").update(editKey).digest() as Buffer<ArrayBuffer>;

/** Whether a key is the one of this hash, in a time that says nothing of how much of it is right. */
export const opens = (editKey: string, hash: Uint8Array): boolean =>
  hash.length === 32 && timingSafeEqual(hashOfKey(editKey), hash);

/** By definition of vLLM, which pads vocabularies to a multiple of this before they are divided over ranks. */
const VOCABULARY_BLOCK = 64;

/** Entries of a vocabulary with its padding. */
export const paddedVocabulary = (vocab: number): number =>
  Math.ceil(vocab / VOCABULARY_BLOCK) * VOCABULARY_BLOCK;

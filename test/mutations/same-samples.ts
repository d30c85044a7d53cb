import fc from "fast-check";

// A bug must die of a test that sees it, and not of other samples than the code without it met.
fc.configureGlobal({ seed: 1 });

"use client";

import { lazy } from "react";

/** Reads a configuration file into a model; loaded when it is opened, because the importer and its schemas are large. */
export const ImportModelDialog = lazy(() => import("./import-model-dialog"));

/** Asks for the figures of an accelerator that no catalog has. */
export const CustomAcceleratorDialog = lazy(() => import("./custom-accelerator-dialog"));

import { cpuCores } from "@/lib/catalog/lint/cpu-cores";
import { holds } from "./holds";

holds(cpuCores, [
  [
    "two sockets counted where the instance has the cores of one",
    ({ prices }) => {
      for (const offer of prices) if (offer.instance === "m8a.48xlarge") offer.accelerators = 2;
    },
    /prices\/aws\.toml: offer\.accelerators .*2 x 192 cores in an instance of 192/,
  ],
  [
    "an offer of CPUs that does not say its cores",
    ({ prices }) => {
      for (const offer of prices) if (offer.instance === "m7i.48xlarge") offer.cores = undefined;
    },
    /prices\/aws\.toml: offer\.cores .*expected the physical cores/,
  ],
]);

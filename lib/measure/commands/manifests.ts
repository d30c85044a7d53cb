import { argumentsOf, type Invocation } from "./invocation";
import { acceleratorsOf, type ToServe } from "./to-serve";
import { toolOf } from "./tool";

/** What clusters call accelerators of a maker, as their device plugins name them. */
const RESOURCES: Readonly<Record<string, string>> = {
  NVIDIA: "nvidia.com/gpu",
  AMD: "amd.com/gpu",
  Intel: "habana.ai/gaudi",
  Google: "google.com/tpu",
  AWS: "aws.amazon.com/neuron",
};

/** Text as YAML in double quotes, which is what JSON writes, too. */
const yaml = (text: string) => JSON.stringify(text);

/** A name that Kubernetes takes: at most 40 small letters, digits and hyphens. */
export const resourceName = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, "") || "model";

const portOf = ({ options }: Invocation) => Number(options.find(([name]) => name === "--port")?.[1] ?? 8000);

/** The words that start a server in its image, reachable from outside the container. */
const commandOf = (server: Invocation): string[] => [
  ...toolOf(server.tool).program,
  ...argumentsOf(server),
  "--host",
  "0.0.0.0",
];

/** A file beside a manifest with what cannot be said in it. */
export interface Manifest {
  readonly text: string;
  readonly unsaid: readonly string[];
}

function unsaidOf(asked: ToServe, server: Invocation): string[] {
  const count = acceleratorsOf(asked);
  const { domain, name } = asked.accelerator;
  return [
    ...(domain !== undefined && count > domain
      ? [
          `A replica of ${count} × ${name} spans machines of ${domain}: it needs a group of pods, which this is not.`,
        ]
      : []),
    ...((asked.plan.option.instances ?? 1) > 1
      ? [
          "This asks for whole accelerators: tell the device plugin how instances share one, by time or in MIG slices.",
        ]
      : []),
    ...Object.keys(server.files ?? {}).map((file) => `The file ${file} has to be there under /config.`),
  ];
}

const indented = (lines: readonly string[], by: number) => lines.map((line) => " ".repeat(by) + line);

/** A Deployment with the plan's replicas and a Service before them. */
export function kubernetesOf(asked: ToServe, server: Invocation, replicas: number): Manifest {
  const name = resourceName(asked.model.name);
  const resource = RESOURCES[asked.accelerator.vendor];
  const port = portOf(server);
  const files = Object.entries(server.files ?? {});
  const text = [
    ...files.flatMap(([file, content]) => [
      "apiVersion: v1",
      "kind: ConfigMap",
      `metadata: { name: ${name} }`,
      "data:",
      `  ${yaml(file)}: |`,
      ...indented(content.split("\n"), 4),
      "---",
    ]),
    "apiVersion: apps/v1",
    "kind: Deployment",
    `metadata: { name: ${name} }`,
    "spec:",
    `  replicas: ${replicas}`,
    `  selector: { matchLabels: { app: ${name} } }`,
    "  template:",
    `    metadata: { labels: { app: ${name} } }`,
    "    spec:",
    "      containers:",
    "        - name: server",
    `          image: ${yaml(toolOf(server.tool).image ?? "")}`,
    "          command:",
    ...indented(
      commandOf(server).map((word) => `- ${yaml(word)}`),
      12,
    ),
    ...(files.length > 0 ? ["          workingDir: /config"] : []),
    "          env:",
    "            - name: HF_TOKEN",
    "              valueFrom: { secretKeyRef: { name: hf-token, key: token, optional: true } }",
    `          ports: [{ containerPort: ${port} }]`,
    `          readinessProbe: { httpGet: { path: /health, port: ${port} }, periodSeconds: 10, failureThreshold: 180 }`,
    ...(resource ? [`          resources: { limits: { ${yaml(resource)}: ${acceleratorsOf(asked)} } }`] : []),
    "          volumeMounts:",
    "            - { name: shm, mountPath: /dev/shm }",
    ...(files.length > 0 ? ["            - { name: config, mountPath: /config }"] : []),
    "      volumes:",
    "        - { name: shm, emptyDir: { medium: Memory } }",
    ...(files.length > 0 ? [`        - { name: config, configMap: { name: ${name} } }`] : []),
    "---",
    "apiVersion: v1",
    "kind: Service",
    `metadata: { name: ${name} }`,
    "spec:",
    `  selector: { app: ${name} }`,
    `  ports: [{ port: ${port}, targetPort: ${port} }]`,
  ].join("\n");
  return {
    text,
    unsaid: [
      ...unsaidOf(asked, server).filter((line) => !line.startsWith("The file")),
      ...(resource
        ? []
        : [`No device plugin is known for ${asked.accelerator.name}: no accelerator is asked for.`]),
    ],
  };
}

/** One replica as a Compose service. */
export function composeOf(asked: ToServe, server: Invocation): Manifest {
  const { vendor, name, kind } = asked.accelerator;
  const port = portOf(server);
  const files = Object.keys(server.files ?? {});
  const devices =
    vendor === "NVIDIA"
      ? [
          "    deploy:",
          "      resources:",
          "        reservations:",
          `          devices: [{ driver: nvidia, count: ${acceleratorsOf(asked)}, capabilities: [gpu] }]`,
        ]
      : vendor === "AMD" && kind === "gpu"
        ? ['    devices: ["/dev/kfd", "/dev/dri"]', "    group_add: [video]"]
        : [];
  const text = [
    "services:",
    "  server:",
    `    image: ${yaml(toolOf(server.tool).image ?? "")}`,
    "    entrypoint:",
    ...indented(
      commandOf(server).map((word) => `- ${yaml(word.replaceAll("$", "$$$$"))}`),
      6,
    ),
    `    ports: ["${port}:${port}"]`,
    "    ipc: host",
    "    environment: [HF_TOKEN]",
    ...(files.length > 0 ? ["    working_dir: /config"] : []),
    "    volumes:",
    '      - "~/.cache/huggingface:/root/.cache/huggingface"',
    ...files.map((file) => `      - "./${file}:/config/${file}:ro"`),
    ...devices,
  ].join("\n");
  return {
    text,
    unsaid: [
      ...unsaidOf(asked, server),
      ...(devices.length > 0 || kind === "cpu"
        ? []
        : [`Compose has no name for ${name}: no accelerator is asked for.`]),
    ],
  };
}

# The image of the planner. Written without a container engine at hand: it has been linted (dockerfile-utils), not built or
# run.
#
#   docker build -t inference-planner .
#   docker run --rm -p 3000:3000 -v planner-data:/app/.data inference-planner

# With everything that commands for the database need, too: compose runs them from here.
FROM node:22-bookworm-slim AS tools
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build -- --standalone
USER node

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000
# Owned by root and read-only for the process: what it may write is its data alone.
COPY --from=tools /app/.next/standalone ./
RUN mkdir -p .data .cache && chown -R node:node .data .cache .next
USER node
VOLUME /app/.data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# No shell and no npm in between, so that SIGTERM reaches the server.
CMD ["node", "scripts/start.mjs"]

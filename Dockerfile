# syntax=docker/dockerfile:1
# The bot alone: its packages, its source, no development tools. It runs without root on a read-only file system.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The image's own Node is the one that runs: the pinned one would be a second. Other optional packages draw the pictures.
RUN npm ci --omit=dev --no-fund --no-audit && rm -rf node_modules/node-linux-* node_modules/.bin/node && mkdir /data

FROM gcr.io/distroless/nodejs24-debian12:nonroot
WORKDIR /app
ENV NODE_ENV=production
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY src ./src
COPY briefings ./briefings
# A new volume takes its owner from here.
COPY --from=packages --chown=nonroot:nonroot /data ./data
# Asked inside the container: the page is bound to its loopback and published nowhere.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["/nodejs/bin/node", "src/cli.ts", "health"]
CMD ["--max-semi-space-size=8", "--heap-growing-percent=20", "--no-allocation-site-pretenuring", "--disable-warning=ExperimentalWarning", "src/main.ts"]
